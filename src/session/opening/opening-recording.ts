import type { PrecomputedPeaks } from '#audio/peaks/audiowaveform/read-precomputed-peaks.ts'
import type { Player } from '#media/player.ts'
import type { ProbeResult } from '#media/probe.ts'
import type { AppStore } from '#state/store.ts'
import type { StoredPosition } from '#storage/stored-positions.ts'
import { followAgain, nothingOpened } from './opening-outcome.ts'
import type { OpeningOutcome } from './opening-outcome.ts'
import type { OpenRequest } from './opening-request.ts'
import type { OpenableRecording } from './opening-sources.ts'
import * as messages from './opening-messages.ts'
import type { AudioAnalyses } from '../analysis/audio-analyses.ts'

/** What opening a recording needs from outside. */
export interface RecordingOpenerPorts {
  readonly store: AppStore
  readonly player: Player
  /** Tests an address while another recording is open. */
  probe(address: string, signal: AbortSignal): Promise<ProbeResult>
  /** Tests what the player has just loaded. */
  probeElement(element: HTMLMediaElement, signal: AbortSignal): Promise<ProbeResult>
  readonly analyses: Pick<AudioAnalyses, 'begin' | 'take' | 'end'>
  placeOf(recording: string): StoredPosition | null
}

/** Opens recordings, one at a time. */
export interface RecordingOpener {
  /** The request that the open recording came with; `null` where none is open. */
  readonly playing: OpenRequest | null
  open(
    request: OpenRequest,
    context: {
      /** Peaks of the same request, which are still being read. */
      given: Promise<PrecomputedPeaks | null>
      /** Called just before it replaces another recording. */
      onReplace: () => void
      signal: AbortSignal
    },
  ): Promise<OpeningOutcome>
  close(): void
  dispose(): void
}

export function createRecordingOpener({
  store,
  player,
  probe,
  probeElement,
  analyses,
  placeOf,
}: RecordingOpenerPorts): RecordingOpener {
  let playing: OpenRequest | null = null

  function play(request: OpenRequest, sound: OpenableRecording) {
    playing?.sound?.release()
    playing = request
    const { name, key, address, sharedAddress } = sound
    const place = placeOf(key)
    player.load(address)
    store.getState().recordingOpened({
      name: request.title ?? name,
      key,
      address,
      sharedAddress,
      duration: 0,
      seekable: true,
    })
    followAgain(store)
    player.setRate(place?.rate ?? 1)
    if (place) player.setVolume(place.volume)
    const start = request.time ?? place?.time ?? 0
    if (start > 0) player.seek(start)
  }

  /** What is open keeps playing until the browser has found that it can play the other recording. */
  async function replace(
    request: OpenRequest,
    {
      sound,
      onReplace,
      signal,
    }: { sound: OpenableRecording; onReplace: () => void; signal: AbortSignal },
  ): Promise<ProbeResult> {
    const result = await probe(sound.address, signal).catch((error: unknown) => {
      sound.release()
      throw error
    })
    if (result.kind === 'unplayable') sound.release()
    else {
      onReplace()
      play(request, sound)
    }
    return result
  }

  /** Where nothing is open, the player gets the recording at once. */
  async function openFirst(
    request: OpenRequest,
    { sound, signal }: { sound: OpenableRecording; signal: AbortSignal },
  ): Promise<ProbeResult> {
    play(request, sound)
    const result = await probeElement(player.element, signal).catch((error: unknown) => {
      if (playing === request) close()
      throw error
    })
    if (result.kind === 'unplayable' && playing === request) close()
    return result
  }

  function close() {
    analyses.end()
    playing?.sound?.release()
    playing = null
    player.unload()
    store.getState().recordingClosed()
  }

  return {
    get playing() {
      return playing
    },
    async open(request, { given, onReplace, signal }) {
      const { sound } = request
      if (!sound) return nothingOpened
      const result = await (playing
        ? replace(request, { sound, onReplace, signal })
        : openFirst(request, { sound, signal }))
      if (result.kind === 'unplayable') {
        return { opened: false, problems: [messages.unplayable(sound.name, result.reason)] }
      }
      analyses.begin(sound.place, given)
      return { opened: true, problems: [] }
    },
    close,
    dispose() {
      analyses.end()
      playing?.sound?.release()
    },
  }
}
