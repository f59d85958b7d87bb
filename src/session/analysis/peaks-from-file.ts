import type { PrecomputedPeaks } from '#audio/peaks/audiowaveform/read-precomputed-peaks.ts'
import type { AppState, AppStore } from '#state/store.ts'
import { otherLength, together } from '../opening/opening-messages.ts'
import type { PeakDecoder } from './peak-decoder.ts'
import { whenState } from './decoding-queue.ts'

interface PeaksFilePorts {
  readonly store: AppStore
  readonly drawer: PeakDecoder
  /** Duration by counting frames, seconds; `null` where frames are not counted, and the browser's duration is right. */
  readonly counted: Promise<number | null>
  readonly signal: AbortSignal
}

/**
 * Draws peaks from a file: at once where their duration is the recording's, else when the recording's duration is
 * certain. Peaks of another duration are reported and not used. Resolves when they are drawn or must wait: certainty may
 * need a copy of the recording.
 */
export async function acceptPeaksFile(
  given: PrecomputedPeaks,
  ports: PeaksFilePorts,
): Promise<void> {
  const { store, drawer, signal } = ports
  const duration = playedDuration(store.getState())
  if (signal.aborted) return
  if (isOfLength(given, duration)) drawer.take(given, duration)
  else void takeWhenCertain(given, ports)
}

async function takeWhenCertain(
  given: PrecomputedPeaks,
  { store, drawer, counted, signal }: PeaksFilePorts,
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
    // No other source knows the duration.
    durationReported(given.duration, recording.seekable)
    return drawer.take(given, given.duration)
  }
  if (isOfLength(given, duration)) return drawer.take(given, duration)
  const problem = otherLength(given.name, { peaks: given.duration, recording: duration })
  alertRaised(together(notices.alert ? [notices.alert, problem] : [problem]))
}

/**
 * The last peak of a file may reach beyond the end. Besides that, durations may differ by a second, or by 1 % but at
 * most 2 s.
 */
const isOfLength = ({ duration, resolution }: PrecomputedPeaks, recording: number) =>
  Math.abs(duration - recording) <= resolution + Math.min(2, Math.max(1, recording / 100))

const playedDuration = ({ recording }: Pick<AppState, 'recording'>) =>
  recording.status === 'open' ? recording.duration : 0
