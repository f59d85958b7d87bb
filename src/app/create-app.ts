import { createAlignments } from '#session/alignment/lazy-alignments.ts'
import { commands } from '#commands/commands.ts'
import { createKeymap } from '#commands/keymap.ts'
import { listenToKeys } from '#commands/keyboard.ts'
import { createOpener } from '#session/opening/opener.ts'
import { createAudioAnalyses } from '#session/analysis/audio-analyses.ts'
import { createOpenTranscripts } from '#session/transcripts/open-transcripts.ts'
import { createSaveTranscript } from '#session/transcripts/save-transcript.ts'
import { createUiRequests } from '#commands/ui-requests.ts'
import { startClock } from '#media/clock.ts'
import { watchVideo } from '#media/video.ts'
import { createPlayer } from '#media/player.ts'
import { probeMedia } from '#media/probe.ts'
import { fetchBytes } from '#sources/fetch-bytes.ts'
import { createPlayheadStore } from '#state/playhead-store.ts'
import { createAppStore } from '#state/store.ts'
import { removeLeftovers } from '#storage/disk-copy.ts'
import { createBrowserStorage } from '#storage/browser-storage.ts'
import { storedWhileAllowed } from '#storage/stored-recordings.ts'
import type { RecordingStore } from '#storage/stored-recordings.ts'
import { entriesWhileAllowed } from '#storage/entry-store.ts'
import { createKeyValueStore } from '#storage/key-value-store.ts'
import { storePreferences, readPreferences } from '#storage/preferences.ts'
import { readPosition } from '#storage/stored-positions.ts'
import type { ViewContext } from '#ui/kit/app-context.ts'
import { createAlignmentClient } from '#workers/alignment-client.ts'
import { readPeaksInWorker } from '#workers/peaks-reader.ts'
import { createAudioReader } from '#workers/audio-reader.ts'
import { createTranscriptReader } from '#workers/transcript-reader.ts'
import { writeTranscriptInWorker } from '#workers/transcript-writer.ts'
import { applyPreferences } from './apply-preferences.ts'
import { downloadToDisk } from './download-to-disk.ts'
import { offerDownload } from './offer-download.ts'
import { createJumps } from './jump-in-playback.ts'
import { storePositions } from './store-positions.ts'
import { linkMediaSession } from './link-media-session.ts'
import { recordReports } from './record-reports.ts'
import { createSpeechModels } from './speech-models.ts'

/** The app: what views and commands use, the stored waveforms, and `dispose`. */
export interface RunningApp extends ViewContext {
  readonly storedWaveforms: Pick<RecordingStore, 'usage' | 'clear'>
  dispose(): void
}

/** Creates the app around a media element. Nothing is open yet. */
export function createApp(element: HTMLMediaElement): RunningApp {
  const lifetime = new AbortController()
  const { signal } = lifetime
  const store = createAppStore()
  const playhead = createPlayheadStore(store)
  const keep = createKeyValueStore(() => window.localStorage)
  store.getState().preferencesChanged(readPreferences(keep))

  const report = recordReports(store)
  const player = createPlayer(element, report)
  watchVideo(element, signal, report)
  const reader = createTranscriptReader()
  const browserStorage = createBrowserStorage()
  const mayStore = () => store.getState().preferences.keepPeaks
  const recordings = storedWhileAllowed(browserStorage, mayStore)
  void removeLeftovers()
  const analyses = createAudioAnalyses({
    store,
    player,
    storedRecordings: recordings,
    readSound: createAudioReader,
    download: downloadToDisk,
  })
  const opener = createOpener({
    store,
    player,
    pageAddress: document.baseURI,
    probe: probeMedia,
    fetchBytes,
    prepareReader: reader.prepare,
    readTranscript: reader.read,
    readPeaks: readPeaksInWorker,
    analyses,
    placeOf: (recording) => readPosition(keep, recording),
  })
  const transcripts = createOpenTranscripts({ store, readTranscript: reader.read })
  const alignments = createAlignments({
    store,
    opener,
    client: createAlignmentClient(),
    download: downloadToDisk,
    storedAlignments: entriesWhileAllowed(browserStorage.alignments, mayStore),
    storedDrafts: entriesWhileAllowed(browserStorage.drafts, mayStore),
    pageAddress: document.baseURI,
  })
  const saveText = createSaveTranscript({
    store,
    writeTranscript: writeTranscriptInWorker,
    giveFile: offerDownload,
  })
  const speechModels = createSpeechModels(document.baseURI)
  const app: ViewContext = {
    store,
    playhead,
    player,
    opener,
    transcripts,
    analyses,
    alignments,
    speechModels,
    saveText,
    uiRequests: createUiRequests(),
  }

  const jumps = createJumps(app)
  const mediaSession = linkMediaSession(app, signal)
  playhead.deadlines.add(jumps.nextJumpTime, signal)
  const clock = startClock(element, {
    signal,
    nextChange: playhead.deadlines.next,
    listen(time, reason) {
      const { playheadMoved, playheadJumped } = playhead.getState()
      if (reason === 'moved') playheadJumped(time)
      else playheadMoved(time)
      if (reason === 'running') jumps.whileRunning(time)
      if (reason === 'ended') jumps.atTheEnd()
      if (reason === 'moved') mediaSession.reportPosition()
    },
  })
  // Deadlines depend on slow facts: the timeline, the view, the loop, preferences.
  signal.addEventListener('abort', store.subscribe(clock.wake))
  signal.addEventListener('abort', playhead.deadlines.onChange(clock.wake))
  listenToKeys(app, { keymap: createKeymap(commands), page: document, signal })
  applyPreferences(store, document.documentElement, signal)
  storePositions(app, keep, signal)
  signal.addEventListener(
    'abort',
    store.subscribe(
      ({ preferences }) => preferences,
      (preferences) => storePreferences(keep, preferences),
    ),
  )

  return {
    ...app,
    storedWaveforms: recordings,
    dispose() {
      lifetime.abort()
      alignments.dispose()
      opener.dispose()
      reader.dispose()
      player.dispose()
    },
  }
}
