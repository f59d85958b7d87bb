import type { AppState, AppStore } from '#state/store.ts'

/**
 * Which workers may decode: none while the listener has paused the drawing, and only the first while the recording plays,
 * so that playback keeps half of the processor.
 */
export function createDecodingQueue(store: AppStore, signal: AbortSignal) {
  const mayDecode = (worker: number, { peaks, playback }: AppState) => {
    if (peaks.status === 'drawing' && peaks.isPaused) return false
    return worker === 0 || playback.activity !== 'playing'
  }
  return {
    /** Resolves when this worker may decode; at once when the signal is aborted. */
    whenAllowed: (worker: number) => whenState(store, (state) => mayDecode(worker, state), signal),
  }
}

/** Peaks are needed for the waveform and for skipping pauses only. */
export const wantsPeaks = ({ preferences }: AppState) =>
  preferences.showWaveform || preferences.skipPauses

/** Rejects with the signal's reason. */
export async function whenPeaksAreWanted(store: AppStore, signal: AbortSignal) {
  await whenState(store, wantsPeaks, signal)
  signal.throwIfAborted()
}

/** Resolves when the state is so, or when the signal is aborted. */
export const whenState = (
  store: AppStore,
  isSo: (state: AppState) => boolean,
  signal: AbortSignal,
) =>
  new Promise<void>((resolve) => {
    if (signal.aborted || isSo(store.getState())) return resolve()
    const end = () => {
      stop()
      signal.removeEventListener('abort', end)
      resolve()
    }
    const stop = store.subscribe(isSo, (isNow) => {
      if (isNow) end()
    })
    signal.addEventListener('abort', end)
  })
