import type { PrecomputedPeaks } from '#audio/peaks/audiowaveform/read-precomputed-peaks.ts'
import type { AppState, AppStore } from '#state/store.ts'
import { otherLength, together } from '../opening/opening-messages.ts'
import type { PeakDecoder } from './peak-decoder.ts'
import { whenState } from './decoding-queue.ts'

interface Surroundings {
  readonly store: AppStore
  readonly drawer: PeakDecoder
  /** Seconds, as counting its frames tells; `null` where the browser knows as well. */
  readonly counted: Promise<number | null>
  readonly signal: AbortSignal
}

/**
 * Draws peaks that somebody has made before: at once where they are as long as the recording is known to be,
 * else as soon as its length is certain. If they are of another length then, that is said, and they are not
 * used. Resolves when they are drawn or must wait: at worst, what is certain takes a copy of the recording.
 */
export async function acceptPeaksFile(
  given: PrecomputedPeaks,
  surroundings: Surroundings,
): Promise<void> {
  const { store, drawer, signal } = surroundings
  const duration = playedDuration(store.getState())
  if (signal.aborted) return
  if (isOfLength(given, duration)) drawer.take(given, duration)
  else void takeWhenCertain(given, surroundings)
}

async function takeWhenCertain(
  given: PrecomputedPeaks,
  { store, drawer, counted, signal }: Surroundings,
): Promise<void> {
  const waiting = new AbortController()
  const fits = (state: AppState) => isOfLength(given, playedDuration(state))
  const fitting = whenState(store, fits, AbortSignal.any([signal, waiting.signal]))
  const certain = await Promise.race([counted, fitting.then(() => null)])
  waiting.abort()
  if (signal.aborted) return
  const { recording, durationReported, notices, alertRaised } = store.getState()
  const duration = certain ?? playedDuration({ recording })
  if (duration === 0 && recording.status === 'open') {
    // Nothing else can tell how long it is.
    durationReported(given.duration, recording.seekable)
    return drawer.take(given, given.duration)
  }
  if (isOfLength(given, duration)) return drawer.take(given, duration)
  const problem = otherLength(given.name, { peaks: given.duration, recording: duration })
  alertRaised(together(notices.alert ? [notices.alert, problem] : [problem]))
}

/**
 * The last of the file's peaks may reach over the end. But for that, 1 % and 2 s are the most, and a second
 * is nothing.
 */
const isOfLength = ({ duration, resolution }: PrecomputedPeaks, recording: number) =>
  Math.abs(duration - recording) <= resolution + Math.min(2, Math.max(1, recording / 100))

const playedDuration = ({ recording }: Pick<AppState, 'recording'>) =>
  recording.status === 'open' ? recording.duration : 0
