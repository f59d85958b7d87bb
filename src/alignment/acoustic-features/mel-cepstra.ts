import { framesPerSecond } from './frames.ts'
import { createNoiseRemoval } from './noise-removal.ts'
import { createPowerSpectrum } from './power-spectrum.ts'

/** Hertz. The acoustic models use nothing above 3.7 kHz. */
export const modelSampleRate = 8000
/** Samples from one frame to the next. */
export const frameShift = modelSampleRate / framesPerSecond
/** Samples in a frame, 25.6 ms. */
export const frameLength = 205
/** Cepstral coefficients per frame. */
export const cepstrumSize = 13

const fftSize = 256
const bands = 20
const lowest = 130
const highest = 3700
const emphasis = 0.97
const lifter = 22
/** The models were trained on 16-bit samples. */
const fullScale = 32768

/**
 * Mel-frequency cepstral coefficients (MFCC) with the constants of CMU Sphinx (`feat_params.json` of the models: 20 bands
 * from 130 to 3,700 Hz, an orthonormal cosine transform, a lifter of 22).
 */
export interface CepstrumExtractor {
  /** `samples`: 206, −1 to 1: the sample before the frame, then the frame. Writes 13 coefficients. */
  extract(samples: Float32Array, into: Float32Array): void
}

export function createCepstrumExtractor(): CepstrumExtractor {
  const spectrum = createPowerSpectrum()
  const removeNoise = createNoiseRemoval(bands)
  const hamming = Float64Array.from(
    { length: frameLength },
    (_, n) => 0.54 - 0.46 * Math.cos((2 * Math.PI * n) / (frameLength - 1)),
  )
  const filters = melFilters()
  const cosines = Float64Array.from({ length: cepstrumSize * bands }, (_, place) => {
    const [order, band] = [Math.floor(place / bands), place % bands]
    const scale = Math.sqrt((order === 0 ? 1 : 2) / bands)
    const lift = 1 + (order === 0 ? 0 : (lifter / 2) * Math.sin((order * Math.PI) / lifter))
    return scale * lift * Math.cos((Math.PI * order * (band + 0.5)) / bands)
  })
  const frame = new Float64Array(fftSize)
  const powers = new Float64Array(fftSize / 2 + 1)
  const energies = new Float64Array(bands)

  return {
    extract(samples, into) {
      for (let n = 0; n < frameLength; n++) {
        const emphasised = samples[n + 1]! - emphasis * samples[n]!
        frame[n] = emphasised * fullScale * hamming[n]!
      }
      spectrum(frame, powers)
      filters.forEach(({ first, weights }, band) => {
        let energy = 0
        for (let k = 0; k < weights.length; k++) energy += weights[k]! * powers[first + k]!
        energies[band] = energy
      })
      removeNoise(energies)
      for (let band = 0; band < bands; band++) energies[band] = Math.log(energies[band]! + 1e-4)
      for (let order = 0; order < cepstrumSize; order++) {
        let sum = 0
        for (let band = 0; band < bands; band++) {
          sum += cosines[order * bands + band]! * energies[band]!
        }
        into[order] = sum
      }
    },
  }
}

interface MelFilter {
  /** Index of its first power. */
  readonly first: number
  readonly weights: Float64Array
}

const toMel = (hertz: number) => 2595 * Math.log10(1 + hertz / 700)
const fromMel = (mel: number) => 700 * (10 ** (mel / 2595) - 1)

/** Triangular filters of equal area, with corners rounded to FFT bins. */
function melFilters(): MelFilter[] {
  const oneBin = modelSampleRate / fftSize
  const step = (toMel(highest) - toMel(lowest)) / (bands + 1)
  const corner = (place: number) =>
    oneBin * Math.floor(fromMel(toMel(lowest) + place * step) / oneBin + 0.5)
  return Array.from({ length: bands }, (_, band) => {
    const [left, middle, right] = [corner(band), corner(band + 1), corner(band + 2)]
    const first = Math.floor(left / oneBin) + 1
    const last = Math.ceil(right / oneBin) - 1
    const weights = Float64Array.from({ length: Math.max(0, last - first + 1) }, (_, k) => {
      const hertz = (first + k) * oneBin
      const side =
        hertz <= middle ? (hertz - left) / (middle - left) : (right - hertz) / (right - middle)
      return side * (2 / (right - left))
    })
    return { first, weights }
  })
}
