import type { AppState, AppStore } from '#state/store.ts'

/**
 * Whose turn it is: nobody's while the listener has paused the drawing, and the first lane's alone while sound
 * plays, so that half of the machine is left to it.
 */
export function createDecodingQueue(store: AppStore, signal: AbortSignal) {
  const isTurnOf = (lane: number, { peaks, playback }: AppState) => {
    if (peaks.status === 'drawing' && peaks.isPaused) return false
    return lane === 0 || playback.activity !== 'playing'
  }
  return {
    /** Resolves when it is this lane's turn; at once when everything has been given up. */
    mayGoOn: (lane: number) => whenState(store, (state) => isTurnOf(lane, state), signal),
  }
}

/** Who hides the waveform and skips no pauses is not made to pay for peaks. */
export const wantsPeaks = ({ preferences }: AppState) =>
  preferences.showWaveform || preferences.skipPauses

/** Rejects with the signal's reason. */
export async function whenPeaksAreWanted(store: AppStore, signal: AbortSignal) {
  await whenState(store, wantsPeaks, signal)
  signal.throwIfAborted()
}

/** Resolves when the state is so, or when it is given up. */
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
