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
  const mix = createMixer()
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
    take(mix(planes, { from, to }), sampleRate)
    next += to - from
  }
}

/** The mix of channels in opposite phase, as where a cable is wired wrongly, has less than this of their power. */
const cancelledShare = 0.05
/** Share of the power that a slice leaves of what was before it. */
const memory = 0.9

/**
 * Mixes channels to their mean. Where they cancel each other, because one is in opposite phase to the other, it takes
 * the loudest alone.
 */
function createMixer() {
  const powers: number[] = []
  let powerOfMix = 0

  return (
    planes: readonly Float32Array[],
    { from, to }: { from: number; to: number },
  ): Float32Array => {
    const [first, ...others] = planes
    const mix = first!.slice(from, to)
    if (others.length === 0) return mix
    for (const plane of others) for (let n = 0; n < mix.length; n++) mix[n]! += plane[n + from]!
    for (let n = 0; n < mix.length; n++) mix[n]! /= planes.length
    powerOfMix = memory * powerOfMix + powerOf(mix)
    planes.forEach((plane, at) => {
      powers[at] = memory * (powers[at] ?? 0) + powerOf(plane.subarray(from, to))
    })
    const mean = powers.reduce((sum, power) => sum + power, 0) / powers.length
    if (powerOfMix >= cancelledShare * mean) return mix
    return planes[powers.indexOf(Math.max(...powers))]!.slice(from, to)
  }
}

const powerOf = (samples: Float32Array) => samples.reduce((sum, value) => sum + value * value, 0)
