import type { GivenPeaks } from '#audio/peaks-file/read-given-peaks.ts'
import type { AppState, AppStore } from '#state/store.ts'
import { alsoRaise, otherLength } from '../opening-trouble.ts'
import type { PeakDrawer } from './peak-drawer.ts'
import { when } from './turns.ts'

/**
 * Draws peaks that somebody has made before: at once where they are as long as the recording is known to be,
 * else as soon as its length is certain. If they are of another length then, that is said, and they are not
 * used. Resolves when they are drawn or must wait: what is certain takes a copy of the recording, at worst.
 */
export async function takePeaks(
  given: GivenPeaks,
  { store, drawer, signal }: { store: AppStore; drawer: PeakDrawer; signal: AbortSignal },
): Promise<void> {
  if (isOfLength(given, durationOf(store.getState()))) drawer.take(given)
  else void takeWhenCertain(given, { store, drawer, signal })
}

async function takeWhenCertain(
  given: GivenPeaks,
  { store, drawer, signal }: { store: AppStore; drawer: PeakDrawer; signal: AbortSignal },
) {
  const fits = (state: AppState) => isOfLength(given, durationOf(state))
  await when(store, (state) => fits(state) || isCertain(state), signal)
  if (signal.aborted) return
  const { recording, durationReported } = store.getState()
  const duration = durationOf({ recording })
  if (duration === 0 && recording.status === 'open') {
    // Nothing else can tell how long it is.
    durationReported(given.duration, recording.seekable)
  } else if (!isOfLength(given, duration)) {
    alsoRaise(store, otherLength(given.name, { peaks: given.duration, recording: duration }))
    return
  }
  drawer.take(given)
}

/** The last of the file's peaks may reach over the end; else 1 % and 2 s are the most, and half a second is nothing. */
export const isOfLength = (
  { duration, resolution }: Pick<GivenPeaks, 'duration' | 'resolution'>,
  recording: number,
) => Math.abs(duration - recording) <= resolution + Math.min(2, Math.max(0.5, recording / 100))

/** Where browsers guess places, they guess the length, too. */
const isCertain = ({ seeking }: AppState) =>
  seeking.status === 'exact' || seeking.status === 'estimated'

const durationOf = ({ recording }: Pick<AppState, 'recording'>) =>
  recording.status === 'open' ? recording.duration : 0
