import type { MutablePeakPyramid } from '#audio/peaks/peak-pyramid.ts'
import { peaksPerSecond } from '#audio/peaks/compute-peaks.ts'
import type { AudioReader } from '#audio/audio-reader.ts'
import type { TimeRange } from '#transcript/pauses.ts'
import { createSectionOrder } from './section-order.ts'

/** What the one who refines asks of the world around. */
export interface FullPeaksPorts {
  /** What the waveform shows: it comes first. */
  view(): TimeRange
  /** Resolves when this lane may go on: not while it is paused, nor beside the first one while sound plays. */
  mayGoOn(lane: number): Promise<void>
  /** 0 to 1. */
  onProgress(done: number): void
  readonly signal: AbortSignal
}

/**
 * Looks at every sample of the recording, what is shown first, and writes the peaks into the pyramid. What
 * cannot be decoded keeps its sketch. Resolves with how much was decoded, 0 to 1; rejects when nothing could
 * be, with the reason.
 */
export async function decodeFullPeaks(
  reader: AudioReader,
  pyramid: MutablePeakPyramid,
  { view, mayGoOn, onProgress, signal }: FullPeaksPorts,
): Promise<number> {
  const order = createSectionOrder(pyramid.duration)
  let [decoded, failed] = [0, 0]
  let reason: unknown = null

  async function lane(number: number) {
    while (!signal.aborted) {
      await mayGoOn(number)
      const stretch = order.next(view())
      if (!stretch) return
      const first = Math.round(stretch.start * peaksPerSecond)
      const count = Math.ceil(stretch.end * peaksPerSecond) - first
      try {
        const peaks = await reader.peaks({ first, count })
        if (signal.aborted) return
        pyramid.add(first, peaks, 'full')
        decoded++
      } catch (error) {
        failed++
        reason = error
      }
      order.finish()
      onProgress(order.done)
    }
  }
  await Promise.all(Array.from({ length: reader.workerCount }, (_, number) => lane(number)))
  signal.throwIfAborted()
  if (decoded === 0) throw reason
  return decoded / (decoded + failed)
}
