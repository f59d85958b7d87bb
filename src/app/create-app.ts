import { createAlignments } from '#session/alignment/alignments.ts'
import { commands } from '#commands/commands.ts'
import { createKeymap } from '#commands/keymap.ts'
import { listenToKeys } from '#commands/keyboard.ts'
import { createOpener } from '#session/opening/opener.ts'
import { createStudies } from '#session/analysis/studies.ts'
import { createOpenTranscripts } from '#session/transcripts/open-transcripts.ts'
import { createSaveText } from '#session/transcripts/save-text.ts'
import { createUiRequests } from '#commands/ui-requests.ts'
import { startClock } from '#media/clock.ts'
import { watchVideo } from '#media/video.ts'
import { createPlayer } from '#media/player.ts'
import { probeMedia } from '#media/probe.ts'
import { fetchBytes } from '#sources/fetch-bytes.ts'
import { createPlayheadStore } from '#state/playhead-store.ts'
import { createAppStore } from '#state/store.ts'
import { removeLeftovers } from '#storage/disk-copy.ts'
import { createKeptRecordings } from '#storage/kept-in-browser.ts'
import { keptWhileWanted } from '#storage/kept-recordings.ts'
import type { KeptRecordings } from '#storage/kept-recordings.ts'
import { shelfWhileWanted } from '#storage/kept-shelf.ts'
import { createKeep } from '#storage/keep.ts'
import { keepPreferences, readPreferences } from '#storage/preferences.ts'
import { readPlace } from '#storage/places.ts'
import type { ViewContext } from '#ui/kit/app-context.ts'
import { createAlignmentClient } from '#workers/alignment-client.ts'
import { readPeaksInWorker } from '#workers/peaks-reader.ts'
import { createAudioReader } from '#workers/audio-reader.ts'
import { createTranscriptReader } from '#workers/transcript-reader.ts'
import { writeTranscriptInWorker } from '#workers/transcript-writer.ts'
import { applyPreferences } from './apply-preferences.ts'
import { downloadToDisk } from './download-to-disk.ts'
import { giveFile } from './give-file.ts'
import { createJumps } from './jump-in-playback.ts'
import { keepPlaces } from './keep-places.ts'
import { linkMediaSession } from './link-media-session.ts'
import { recordReports } from './record-reports.ts'
import { createSpeechModels } from './speech-models.ts'

/** The app: what views and commands use, what is stored to be counted and cleared, and its end. */
export interface RunningApp extends ViewContext {
  readonly kept: Pick<KeptRecordings, 'usage' | 'clear'>
  dispose(): void
}

/** Puts the app together around a media element. Nothing has been opened yet. */
export function createApp(element: HTMLMediaElement): RunningApp {
  const lifetime = new AbortController()
  const { signal } = lifetime
  const store = createAppStore()
  const playhead = createPlayheadStore(store)
  const keep = createKeep(() => window.localStorage)
  store.getState().preferencesChanged(readPreferences(keep))

  const report = recordReports(store)
  const player = createPlayer(element, report)
  watchVideo(element, signal, report)
  const reader = createTranscriptReader()
  const keptInBrowser = createKeptRecordings()
  const mayKeep = () => store.getState().preferences.keepPeaks
  const kept = keptWhileWanted(keptInBrowser, mayKeep)
  void removeLeftovers()
  const studies = createStudies({
    store,
    player,
    kept,
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
    studies,
    placeOf: (recording) => readPlace(keep, recording),
  })
  const transcripts = createOpenTranscripts({ store, readTranscript: reader.read })
  const alignments = createAlignments({
    store,
    opener,
    client: createAlignmentClient(),
    download: downloadToDisk,
    kept: shelfWhileWanted(keptInBrowser.alignments, mayKeep),
    keptDrafts: shelfWhileWanted(keptInBrowser.drafts, mayKeep),
    pageAddress: document.baseURI,
  })
  const saveText = createSaveText({ store, writeTranscript: writeTranscriptInWorker, giveFile })
  const speechModels = createSpeechModels(document.baseURI)
  const app: ViewContext = {
    store,
    playhead,
    player,
    opener,
    transcripts,
    studies,
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
  keepPlaces(app, keep, signal)
  signal.addEventListener(
    'abort',
    store.subscribe(
      ({ preferences }) => preferences,
      (preferences) => keepPreferences(keep, preferences),
    ),
  )

  return {
    ...app,
    kept,
    dispose() {
      lifetime.abort()
      alignments.dispose()
      opener.dispose()
      reader.dispose()
      player.dispose()
    },
  }
}
