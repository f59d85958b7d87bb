import type { DecodedBlock, AudioRange } from './recording-decoder.ts'
import { timestampTolerance } from './timestamp-smoother.ts'

/**
 * Makes one channel of the slices of a range, from exactly its start to its end, or to the end of the last slice:
 * what comes twice is left out, and where a recording has no sound, as before a track that begins late or while
 * the recorder was paused, there is silence. `take` gets a second at most of that at a time.
 */
export function createGaplessMono(
  range: AudioRange,
  take: (samples: Float32Array, sampleRate: number) => void,
): (slice: DecodedBlock) => void {
  /** Number of the recording's sample that comes next. */
  let next: number | null = null

  return ({ planes, time, sampleRate }) => {
    const sampleAt = (seconds: number) => Math.round(seconds * sampleRate)
    const [begin, end] = [sampleAt(time), sampleAt(range.end)]
    next ??= sampleAt(range.start)
    if (begin - next > timestampTolerance * sampleRate) {
      const silentUntil = Math.min(begin, end)
      while (next < silentUntil) {
        const silence = new Float32Array(Math.min(silentUntil - next, sampleRate))
        take(silence, sampleRate)
        next += silence.length
      }
    }
    const from = Math.max(0, next - begin)
    const to = Math.min(planes[0]?.length ?? 0, end - begin)
    if (from >= to) return
    take(mixed(planes, { from, to }), sampleRate)
    next += to - from
  }
}

function mixed(
  planes: readonly Float32Array[],
  { from, to }: { from: number; to: number },
): Float32Array {
  const [one, ...others] = planes
  const mix = one!.slice(from, to)
  for (const plane of others) for (let n = 0; n < mix.length; n++) mix[n]! += plane[n + from]!
  if (others.length > 0) for (let n = 0; n < mix.length; n++) mix[n]! /= planes.length
  return mix
}
