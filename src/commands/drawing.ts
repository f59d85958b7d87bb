import { canDecodeAtOnce } from '#audio/decode-peaks.ts'
import type { Peaks } from '#audio/peaks.ts'
import type { AppStore } from '#state/store.ts'
import type { SoundSource } from './opening-sources.ts'
import * as trouble from './opening-trouble.ts'

/**
 * Gets the peaks of a recording for the waveform: when it is known how long it is, and once the waveform is
 * shown, so that whoever hides it pays nothing. Nothing waits for them.
 */
export function createDrawing(
  store: AppStore,
  decodePeaks: (encoded: ArrayBuffer, signal: AbortSignal) => Promise<Peaks>,
) {
  let drawing: AbortController | null = null

  async function load(sound: SoundSource, duration: number, signal: AbortSignal) {
    const report = store.getState().peaksReported
    if (!Number.isFinite(duration)) {
      return report({ status: 'unavailable', why: trouble.unknownLength })
    }
    if (!canDecodeAtOnce(duration, sound.size ?? 0)) {
      return report({ status: 'unavailable', why: trouble.tooLongToDraw })
    }
    report({ status: 'loading' })
    try {
      const peaks = await decodePeaks(await sound.bytes(signal), signal)
      report({ status: 'ready', ...peaks })
    } catch {
      if (!signal.aborted) report({ status: 'unavailable', why: trouble.cannotDraw })
    }
  }

  return {
    begin(sound: SoundSource, duration: number) {
      drawing?.abort()
      const { signal } = (drawing = new AbortController())
      if (store.getState().preferences.showWaveform) return void load(sound, duration, signal)
      const stop = store.subscribe(
        ({ preferences }) => preferences.showWaveform,
        () => {
          stop()
          void load(sound, duration, signal)
        },
      )
      signal.addEventListener('abort', stop)
    },
    end: () => drawing?.abort(),
  }
}
