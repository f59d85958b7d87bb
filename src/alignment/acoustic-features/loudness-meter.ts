/** Loudness values in a frame of a hundredth of a second. */
export const loudnessSteps = 4
const stepsPerSecond = 400

/**
 * Measures how loud sound is, at its own rate: the hiss of an S is above all that the models hear. Writes the mean
 * square of each 2.5 ms, without hum and rumble below 100 Hz, until there is no more room.
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
  const keep = Math.exp((-2 * Math.PI * 100) / sampleRate)
  let before = 0
  let passed = 0
  let taken = 0
  let step = 0
  let count = 0
  let sum = 0
  let stepEnds = sampleRate / stepsPerSecond

  return (samples) => {
    for (let n = 0; n < samples.length && step < into.length; n++) {
      passed = keep * (passed + samples[n]! - before)
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
