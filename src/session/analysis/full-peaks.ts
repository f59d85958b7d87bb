import type { MutablePeakPyramid } from '#audio/peaks/peak-pyramid.ts'
import { peaksPerSecond } from '#audio/peaks/compute-peaks.ts'
import type { AudioReader } from '#audio/audio-reader.ts'
import type { TimeRange } from '#transcript/pauses.ts'
import { createSectionOrder } from './section-order.ts'

/** What decoding needs from outside. */
export interface FullPeaksPorts {
  /** The visible range of the waveform: it is decoded first. */
  view(): TimeRange
  /** Resolves when this worker may decode the next section. */
  whenAllowed(worker: number): Promise<void>
  /** 0 to 1. */
  onProgress(done: number): void
  /** Seconds that are decoded at once. */
  readonly sectionLength: number
  readonly signal: AbortSignal
}

/**
 * Decodes the whole recording, the visible range first, and writes its peaks into the pyramid. What cannot be decoded
 * keeps its preview peaks. Resolves with the share that was decoded, 0 to 1; rejects with the reason where nothing was.
 */
export async function decodeFullPeaks(
  reader: AudioReader,
  pyramid: MutablePeakPyramid,
  { view, whenAllowed, onProgress, sectionLength, signal }: FullPeaksPorts,
): Promise<number> {
  const order = createSectionOrder(pyramid.duration, sectionLength)
  let [decoded, failed] = [0, 0]
  let reason: unknown = null

  async function decodeSections(worker: number) {
    while (!signal.aborted) {
      await whenAllowed(worker)
      const section = order.next(view())
      if (!section) return
      const first = Math.round(section.start * peaksPerSecond)
      const count = Math.ceil(section.end * peaksPerSecond) - first
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
  await Promise.all(
    Array.from({ length: reader.workerCount }, (_, worker) => decodeSections(worker)),
  )
  signal.throwIfAborted()
  if (decoded === 0) throw reason
  return decoded / (decoded + failed)
}
