import type { PrecomputedPeaks } from '#audio/peaks/audiowaveform/read-precomputed-peaks.ts'
import type { Player } from '#media/player.ts'
import type { ProbeResult } from '#media/probe.ts'
import type { AppStore } from '#state/store.ts'
import type { Place } from '#storage/places.ts'
import { followAgain, nothing } from './opening-outcome.ts'
import type { Outcome } from './opening-outcome.ts'
import type { OpenRequest } from './opening-request.ts'
import type { SoundSource } from './opening-sources.ts'
import * as trouble from './opening-trouble.ts'
import type { Studies } from '../analysis/studies.ts'

/** The world outside, as opening a recording needs it. */
export interface SoundPorts {
  readonly store: AppStore
  readonly player: Player
  probe(address: string, signal: AbortSignal): Promise<ProbeResult>
  readonly studies: Pick<Studies, 'begin' | 'take' | 'end'>
  placeOf(recording: string): Place | null
}

/** Opens recordings, one in the place of the other. */
export interface SoundOpener {
  /** The request that the open recording came with; `null` where none is open. */
  readonly playing: OpenRequest | null
  open(
    request: OpenRequest,
    surroundings: {
      /** Peaks that are on their way for this recording. */
      given: Promise<PrecomputedPeaks | null>
      /** Just before it takes the place of another one. */
      onReplace: () => void
      signal: AbortSignal
    },
  ): Promise<Outcome>
  close(): void
  dispose(): void
}

export function createSoundOpener({
  store,
  player,
  probe,
  studies,
  placeOf,
}: SoundPorts): SoundOpener {
  let playing: OpenRequest | null = null

  function play(request: OpenRequest, sound: SoundSource) {
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

  return {
    get playing() {
      return playing
    },
    async open(request, { given, onReplace, signal }) {
      const { sound } = request
      if (!sound) return nothing
      const result = await probe(sound.address, signal).catch((error: unknown) => {
        sound.release()
        throw error
      })
      if (result.kind === 'unplayable') {
        sound.release()
        return { opened: false, problems: [trouble.unplayable(sound.name, result.reason)] }
      }
      if (playing) onReplace()
      play(request, sound)
      studies.begin(sound.place, given)
      return { opened: true, problems: [] }
    },
    close() {
      studies.end()
      playing?.sound?.release()
      playing = null
      player.unload()
      store.getState().recordingClosed()
    },
    dispose() {
      studies.end()
      playing?.sound?.release()
    },
  }
}
