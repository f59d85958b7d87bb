import { loudnessStepsPerFrame } from '../acoustic-features/loudness-meter.ts'

/** Below this share of the way from the noise floor to the speech level, in decibels, a frame is silence. */
const silentShare = 0.2
const maxScore = -0.2
/** Score lost per unit of share above `silentShare`, nats. */
const slope = 15
/** Decibels between noise floor and speech level; with less, energy decides nothing. */
const minRange = 6
/** Frames on each side over which the level is averaged. */
const smoothing = 2

/**
 * Energy-based voice activity detection: the log-likelihood ratio of silence against the phone loop for each frame, from
 * its level alone. The model's silence is that of a quiet room, which pauses in a noisy street do not resemble.
 * `loudness`: four mean squares per frame.
 */
export function silenceScores(loudness: Float32Array): Float32Array {
  const frames = loudness.length / loudnessStepsPerFrame
  const levels = Float32Array.from({ length: frames }, (_, frame) => levelOf(loudness, frame))
  const sorted = levels.toSorted()
  const noiseFloor = sorted[Math.floor(0.1 * frames)] ?? 0
  const speechLevel = sorted[Math.floor(0.9 * frames)] ?? 0
  if (speechLevel - noiseFloor < minRange) return levels.fill(-Infinity)
  return levels.map((level) => {
    const share = (level - noiseFloor) / (speechLevel - noiseFloor)
    return maxScore - slope * Math.max(0, share - silentShare)
  })
}

/** Decibels, smoothed. */
function levelOf(loudness: Float32Array, frame: number): number {
  const from = Math.max(0, (frame - smoothing) * loudnessStepsPerFrame)
  const to = Math.min(loudness.length, (frame + smoothing + 1) * loudnessStepsPerFrame)
  let sum = 0
  for (let step = from; step < to; step++) sum += loudness[step]!
  return 10 * Math.log10(sum / (to - from) + 1e-10)
}
