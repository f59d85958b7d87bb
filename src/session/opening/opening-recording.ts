import type { PrecomputedPeaks } from '#audio/peaks/audiowaveform/read-precomputed-peaks.ts'
import type { Player } from '#media/player.ts'
import type { ProbeResult } from '#media/probe.ts'
import type { AppStore } from '#state/store.ts'
import type { StoredPosition } from '#storage/stored-positions.ts'
import { followAgain, nothingOpened } from './opening-outcome.ts'
import type { OpeningOutcome } from './opening-outcome.ts'
import type { OpenRequest } from './opening-request.ts'
import type { Diagnosis, DiagnosisContext, UnplayableReason } from './diagnose-recording.ts'
import type { FetchReports, OpenableRecording } from './opening-sources.ts'
import type { AudioAnalyses } from '../analysis/audio-analyses.ts'

/** What opening a recording needs from outside. */
export interface RecordingOpenerPorts {
  readonly store: AppStore
  readonly player: Player
  /** Tests an address while another recording is open. */
  probe(address: string, signal: AbortSignal): Promise<ProbeResult>
  /** Tests what the player has just loaded. */
  probeElement(element: HTMLMediaElement, signal: AbortSignal): Promise<ProbeResult>
  /** Finds out why a recording cannot be played. Rejects with the signal's reason. */
  diagnose(
    recording: OpenableRecording,
    reason: UnplayableReason,
    context: DiagnosisContext,
  ): Promise<Diagnosis>
  readonly analyses: Pick<AudioAnalyses, 'begin' | 'copy' | 'take' | 'end'>
  storedPosition(recording: string): StoredPosition | null
}

/** Opens recordings, one at a time. */
export interface RecordingOpener {
  /** The request that the open recording came with; `null` where none is open. */
  readonly playing: OpenRequest | null
  /**
   * Where nothing is open, gives the player a recording that is about to be opened, and resolves in the next task: the
   * browser begins to load it before the views render.
   */
  loadEarly(recording: OpenableRecording, signal: AbortSignal): Promise<void>
  open(
    request: OpenRequest,
    context: {
      /** Peaks of the same request, which are still being read. */
      given: Promise<PrecomputedPeaks | null>
      /** Called just before it replaces another recording. */
      onReplace: () => void
      reports: FetchReports
      signal: AbortSignal
    },
  ): Promise<OpeningOutcome>
  close(): void
  dispose(): void
}

/** Milliseconds; if play was pressed before the recording was ready, the sound begins in this time. */
const afterReadyMs = 100

export function createRecordingOpener({
  store,
  player,
  probe,
  probeElement,
  diagnose,
  analyses,
  storedPosition,
}: RecordingOpenerPorts): RecordingOpener {
  let playing: OpenRequest | null = null
  let early: {
    readonly recording: OpenableRecording
    readonly result: Promise<ProbeResult>
  } | null = null

  function play(request: OpenRequest, recording: OpenableRecording) {
    playing?.recording?.release()
    playing = request
    const { name, key, address, sharedAddress } = recording
    const position = storedPosition(key)
    if (early?.recording !== recording) player.load(address)
    early = null
    const { duration } = player.element
    store.getState().recordingOpened({
      name: request.title ?? name,
      key,
      address,
      sharedAddress,
      // Loaded early, it may be known, and has been reported then.
      duration: Number.isFinite(duration) ? duration : 0,
      seekable: true,
    })
    followAgain(store)
    player.setRate(position?.rate ?? 1)
    if (position) player.setVolume(position.volume)
    const start = request.time ?? position?.time ?? 0
    if (start > 0) player.seek(start)
  }

  /** What is open keeps playing until the browser has found that it can play the other recording. */
  async function replace(
    request: OpenRequest,
    {
      recording,
      onReplace,
      signal,
    }: { recording: OpenableRecording; onReplace: () => void; signal: AbortSignal },
  ): Promise<ProbeResult> {
    const result = await probe(recording.address, signal).catch((error: unknown) => {
      recording.release()
      throw error
    })
    if (result.kind === 'unplayable') recording.release()
    else {
      // The demo may have been closed meanwhile, by a transcript that belongs to the new recording.
      if (playing) onReplace()
      play(request, recording)
    }
    return result
  }

  /** Where nothing is open, the player gets the recording at once. */
  async function openFirst(
    request: OpenRequest,
    { recording, signal }: { recording: OpenableRecording; signal: AbortSignal },
  ): Promise<ProbeResult> {
    const probing =
      early?.recording === recording ? early.result : probeElement(player.element, signal)
    play(request, recording)
    if (recording.source.kind === 'file') awaitFirstSound()
    const result = await probing.catch((error: unknown) => {
      if (playing === request) close()
      throw error
    })
    if (result.kind === 'unplayable' && playing === request) close()
    return result
  }

  /** On the empty page nothing else is loaded until the sound has begun, or could begin. */
  function awaitFirstSound() {
    const { document, firstSoundAwaited } = store.getState()
    if (document.status !== 'none') return
    firstSoundAwaited(true)
    void player.whenReady().then(() => setTimeout(firstSoundAwaited, afterReadyMs, false))
  }

  function close() {
    analyses.end()
    playing?.recording?.release()
    playing = null
    player.unload()
    store.getState().recordingClosed()
  }

  return {
    get playing() {
      return playing
    },
    async loadEarly(recording, signal) {
      if (playing) return
      player.load(recording.address)
      const result = probeElement(player.element, signal)
      result.catch(() => undefined)
      early = { recording, result }
      await new Promise((resolve) => setTimeout(resolve))
      if (!signal.aborted) return
      recording.release()
      if (early?.recording !== recording) return
      early = null
      player.unload()
    },
    async open(request, { given, onReplace, reports, signal }) {
      if (!request.recording) return nothingOpened
      let { recording } = request
      for (const isLast of [false, true]) {
        const asked = { ...request, recording }
        const result = await (playing
          ? replace(asked, { recording, onReplace, signal })
          : openFirst(asked, { recording, signal }))
        if (result.kind === 'playable') break
        const context = { ...reports, signal, isLast }
        const diagnosis = await diagnose(recording, result.reason, context)
        if (diagnosis.kind === 'problem') return { opened: false, problems: [diagnosis.problem] }
        ;({ recording } = diagnosis)
      }
      analyses.begin(recording.source, given)
      return { opened: true, problems: [] }
    },
    close,
    dispose() {
      analyses.end()
      playing?.recording?.release()
    },
  }
}
