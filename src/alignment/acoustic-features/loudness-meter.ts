import { framesPerSecond } from './frames.ts'

/** Loudness values per frame. */
export const loudnessStepsPerFrame = 4
const stepsPerSecond = framesPerSecond * loudnessStepsPerFrame

/**
 * Short-time energy: writes the mean square of each 2.5 ms, high-passed at 100 Hz against hum and rumble, until the
 * output is full. It takes audio at the recording's own sample rate: an S is mostly above the 3.7 kHz of the model.
 */
export type LoudnessMeter = (samples: Float32Array) => void

export function createLoudnessMeter({
  sampleRate,
  into,
}: {
  /** Hertz. */
  sampleRate: number
  into: Float32Array
}): LoudnessMeter {
  const decay = Math.exp((-2 * Math.PI * 100) / sampleRate)
  let before = 0
  let passed = 0
  let taken = 0
  let step = 0
  let count = 0
  let sum = 0
  let stepEnds = sampleRate / stepsPerSecond

  return (samples) => {
    for (let n = 0; n < samples.length && step < into.length; n++) {
      passed = decay * (passed + samples[n]! - before)
      before = samples[n]!
      sum += passed * passed
      count++
      taken++
      if (taken < stepEnds) continue
      into[step] = sum / count
      step++
      stepEnds = ((step + 1) * sampleRate) / stepsPerSecond
      sum = 0
      count = 0
    }
  }
}
