/** Power spectrum of 256 real samples: 129 powers, from 0 to half the sample rate. */
export type PowerSpectrum = (samples: Float64Array, powers: Float64Array) => void

const size = 256
const bits = 8

/** Radix-2 FFT, in place, with its tables computed once. */
export function createPowerSpectrum(): PowerSpectrum {
  const cosines = Float64Array.from({ length: size / 2 }, (_, k) =>
    Math.cos((2 * Math.PI * k) / size),
  )
  const sines = Float64Array.from(
    { length: size / 2 },
    (_, k) => -Math.sin((2 * Math.PI * k) / size),
  )
  const bitReversed = Uint8Array.from({ length: size }, (_, place) => reverseBits(place))
  const real = new Float64Array(size)
  const imaginary = new Float64Array(size)

  return (samples, powers) => {
    for (let place = 0; place < size; place++) {
      real[bitReversed[place]!] = samples[place]!
      imaginary[place] = 0
    }
    for (let half = 1; half < size; half *= 2) {
      const stride = size / 2 / half
      for (let block = 0; block < size; block += 2 * half) {
        for (let k = 0; k < half; k++) {
          const cosine = cosines[k * stride]!
          const sine = sines[k * stride]!
          const upper = block + k
          const lower = upper + half
          const twiddledReal = real[lower]! * cosine - imaginary[lower]! * sine
          const twiddledImaginary = real[lower]! * sine + imaginary[lower]! * cosine
          real[lower] = real[upper]! - twiddledReal
          imaginary[lower] = imaginary[upper]! - twiddledImaginary
          real[upper]! += twiddledReal
          imaginary[upper]! += twiddledImaginary
        }
      }
    }
    for (let place = 0; place <= size / 2; place++) {
      powers[place] = real[place]! * real[place]! + imaginary[place]! * imaginary[place]!
    }
  }
}

function reverseBits(place: number): number {
  let bitReversed = 0
  for (let bit = 0; bit < bits; bit++) if (place & (1 << bit)) bitReversed |= 1 << (bits - 1 - bit)
  return bitReversed
}
