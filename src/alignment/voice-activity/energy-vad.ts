import { loudnessSteps } from '../acoustic-features/loudness-meter.ts'

/** Below this share of the way from the quietest to the loudest, in decibels, nobody speaks. */
const surelyQuiet = 0.2
const atMost = -0.2
const slope = 15
/** Decibels between quiet and loud: with less, loudness tells nothing. */
const leastSpread = 6
const smoothedOver = 2

/**
 * How well "nobody speaks" explains each frame by its loudness alone, as a score beside the background. The model's
 * silence is that of a quiet room; under speech in the street, pauses sound like anything but that.
 */
export function quietnessOf(loudness: Float32Array): Float32Array {
  const frames = loudness.length / loudnessSteps
  const levels = Float32Array.from({ length: frames }, (_, frame) => levelOf(loudness, frame))
  const sorted = levels.toSorted()
  const quiet = sorted[Math.floor(0.1 * frames)] ?? 0
  const loud = sorted[Math.floor(0.9 * frames)] ?? 0
  if (loud - quiet < leastSpread) return levels.fill(-Infinity)
  return levels.map((level) => {
    const share = (level - quiet) / (loud - quiet)
    return atMost - slope * Math.max(0, share - surelyQuiet)
  })
}

/** Decibels, over some frames. */
function levelOf(loudness: Float32Array, frame: number): number {
  const from = Math.max(0, (frame - smoothedOver) * loudnessSteps)
  const to = Math.min(loudness.length, (frame + smoothedOver + 1) * loudnessSteps)
  let sum = 0
  for (let step = from; step < to; step++) sum += loudness[step]!
  return 10 * Math.log10(sum / (to - from) + 1e-10)
}
