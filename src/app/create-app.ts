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
import { probeElement, probeMedia } from '#media/probe.ts'
import { fetchBytes } from '#sources/fetch-bytes.ts'
import { whenFirstScreenShown } from '#state/first-screen.ts'
import { createPlayheadStore } from '#state/playhead-store.ts'
import { createAppStore } from '#state/store.ts'
import type { RecordingStore } from '#storage/stored-recordings.ts'
import { createKeyValueStore } from '#storage/key-value-store.ts'
import { storePreferences, readPreferences } from '#storage/preferences.ts'
import { createStoredPositions } from '#storage/stored-positions.ts'
import type { StoredPositions } from '#storage/stored-positions.ts'
import type { ViewContext } from '#ui/kit/app-context.ts'
import { createTranscriptReader } from '#workers/transcript-reader.ts'
import { applyPreferences } from './apply-preferences.ts'
import { offerDownload } from './offer-download.ts'
import { createJumps } from './jump-in-playback.ts'
import { storePositions } from './store-positions.ts'
import { linkMediaSession } from './link-media-session.ts'
import { createBackgroundLoader, storedWaveformsOf } from './load-background.ts'
import { recordReports } from './record-reports.ts'
import { createSpeechModels } from './speech-models.ts'

/** What the browser stores, to be counted and deleted in the settings. */
export interface StoredFacts {
  readonly waveforms: Pick<RecordingStore, 'usage' | 'clear'>
  readonly positions: Pick<StoredPositions, 'count' | 'clear'>
}

/** The app: what views and commands use, what is stored, and `dispose`. */
export interface RunningApp extends ViewContext {
  readonly stored: StoredFacts
  dispose(): void
}

/** Creates the app around a media element. Nothing is open yet. */
export function createApp(element: HTMLMediaElement): RunningApp {
  const lifetime = new AbortController()
  const { signal } = lifetime
  const store = createAppStore()
  const playhead = createPlayheadStore(store)
  const keep = createKeyValueStore(() => window.localStorage)
  const positions = createStoredPositions(keep)
  store.getState().preferencesChanged(readPreferences(keep))

  const report = recordReports(store, async (address, onWait) => {
    const { openByteSource } = await import('#sources/byte-sources.ts')
    return openByteSource({ kind: 'address', address }, { onWait, signal })
  })
  const player = createPlayer(element, report)
  watchVideo(element, signal, report)
  const reader = createTranscriptReader()
  const background = createBackgroundLoader(() => store.getState().preferences.keepPeaks)
  const analyses = createAudioAnalyses({ store, player, loadPorts: background })
  const opener = createOpener({
    store,
    player,
    pageAddress: document.baseURI,
    probe: probeMedia,
    probeElement,
    diagnose: async (...asked) => {
      const [{ createDiagnosis }, { download, convertLayerTwo }] = await Promise.all([
        import('#session/opening/diagnose-recording.ts'),
        background(),
      ])
      return createDiagnosis({ download, convertLayerTwo })(...asked)
    },
    fetchBytes,
    prepareReader: reader.prepare,
    readBeginning: reader.readBeginning,
    readTranscript: reader.read,
    readPeaks: async (...file) => (await background()).readPeaks(...file),
    analyses,
    storedPosition: (recording) => positions.read(recording),
  })
  const transcripts = createOpenTranscripts({ store, readTranscript: reader.read })
  const alignments = createAlignments({
    store,
    loadPorts: async () => ({
      store,
      opener,
      pageAddress: document.baseURI,
      ...(await background()),
    }),
  })
  const saveText = createSaveTranscript({
    store,
    writeTranscript: async (...asked) => (await background()).writeTranscript(...asked),
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

  void whenFirstScreenShown(store).then(() => player.bufferAhead())
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
  storePositions(app, positions, signal)
  signal.addEventListener(
    'abort',
    store.subscribe(
      ({ preferences }) => preferences,
      (preferences) => storePreferences(keep, preferences),
    ),
  )

  return {
    ...app,
    stored: { waveforms: storedWaveformsOf(background), positions },
    dispose() {
      lifetime.abort()
      alignments.dispose()
      opener.dispose()
      reader.dispose()
      player.dispose()
    },
  }
}
