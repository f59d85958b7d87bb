/** The loudest sample of each equal stretch of a recording, 0 to 1: what a waveform draws. */
export interface Peaks {
  readonly values: Float32Array
  readonly duration: number
}

/** Enough to draw words at the deepest zoom of an hour; 1.4 MB. */
export const peaksPerSecond = 100

/** Gathers peaks from samples that come in slices, so that nobody has to hold the whole sound. */
export function createPeakGatherer(sampleRate: number, sampleCount: number) {
  const samplesPerPeak = sampleRate / peaksPerSecond
  const values = new Float32Array(Math.max(1, Math.ceil(sampleCount / samplesPerPeak)))
  return {
    /** `first`: the index, in the whole sound, of the slice's first sample. Channels may be added one by one. */
    add(samples: Float32Array, first: number) {
      for (let at = 0; at < samples.length; at++) {
        const loudness = Math.abs(samples[at]!)
        const peak = Math.floor((first + at) / samplesPerPeak)
        if (loudness > values[peak]!) values[peak] = loudness
      }
    },
    finish: (): Peaks => ({ values, duration: sampleCount / sampleRate }),
  }
}
