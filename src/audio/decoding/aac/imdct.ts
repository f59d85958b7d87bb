/** Inverse modified discrete cosine transform (ISO/IEC 14496-3, 4.6.11.3.1), by a complex FFT of a quarter of its size. */
export interface Imdct {
  /**
   * Makes of `size / 2` lines, from `from` on, `size` samples: 2 / size · Σ lines[k] · cos(2π / size · (n + n₀)(k + ½)), where
   * n₀ = size / 4 + ½.
   */
  transform(lines: Float64Array, from: number, samples: Float64Array): void
}

/** `size`: of a window, samples; a power of two, at least 32. */
export function createImdct(size: number): Imdct {
  const half = size / 2
  const quarter = size / 4
  const eighth = size / 8
  const scale = Math.sqrt(2 / size)
  const cosines = Float64Array.from({ length: quarter }, (_, k) => scale * Math.cos(turn(k)))
  const sines = Float64Array.from({ length: quarter }, (_, k) => scale * Math.sin(turn(k)))
  const fft = createFft(quarter)
  const { real, imaginary } = fft

  function turn(k: number) {
    return (2 * Math.PI * (k + 1 / 8)) / size
  }

  return {
    transform(lines, from, samples) {
      const { order } = fft
      for (let k = 0; k < quarter; k++) {
        const even = lines[from + 2 * k]!
        const odd = lines[from + half - 1 - 2 * k]!
        const cosine = cosines[k]!
        const sine = sines[k]!
        const place = order[k]!
        imaginary[place] = even * cosine + odd * sine
        real[place] = odd * cosine - even * sine
      }
      fft.transform()
      for (let k = 0; k < quarter; k++) {
        const cosine = cosines[k]!
        const sine = sines[k]!
        const re = real[k]!
        const im = imaginary[k]!
        real[k] = re * cosine - im * sine
        imaginary[k] = im * cosine + re * sine
      }
      for (let k = 0; k < eighth; k++) {
        const [re, im] = [real[k]!, imaginary[k]!]
        const [lateRe, lateIm] = [real[eighth + k]!, imaginary[eighth + k]!]
        const at = 2 * k
        samples[at] = lateIm
        samples[half - 1 - at] = -lateIm
        samples[half + at] = lateRe
        samples[size - 1 - at] = lateRe
        samples[quarter + at] = re
        samples[quarter - 1 - at] = -re
        samples[half + quarter + at] = -im
        samples[half + quarter - 1 - at] = -im
      }
    },
  }
}

/** A complex Fourier transform with a positive exponent, in place, of what is put in bit-reversed `order`. */
function createFft(size: number) {
  const real = new Float64Array(size)
  const imaginary = new Float64Array(size)
  const bits = Math.log2(size)
  const order = Uint16Array.from({ length: size }, (_, at) => reversed(at, bits))
  const cosines = Float64Array.from({ length: size }, (_, k) => Math.cos((2 * Math.PI * k) / size))
  const sines = Float64Array.from({ length: size }, (_, k) => Math.sin((2 * Math.PI * k) / size))

  /** Butterflies of neighbours, then of pairs: their factors are 1 and i. */
  function transformFours() {
    for (let at = 0; at < size; at += 4) {
      const sumRe = real[at]! + real[at + 1]!
      const sumIm = imaginary[at]! + imaginary[at + 1]!
      const differenceRe = real[at]! - real[at + 1]!
      const differenceIm = imaginary[at]! - imaginary[at + 1]!
      const sumRe2 = real[at + 2]! + real[at + 3]!
      const sumIm2 = imaginary[at + 2]! + imaginary[at + 3]!
      const differenceRe2 = real[at + 2]! - real[at + 3]!
      const differenceIm2 = imaginary[at + 2]! - imaginary[at + 3]!
      real[at] = sumRe + sumRe2
      imaginary[at] = sumIm + sumIm2
      real[at + 1] = differenceRe - differenceIm2
      imaginary[at + 1] = differenceIm + differenceRe2
      real[at + 2] = sumRe - sumRe2
      imaginary[at + 2] = sumIm - sumIm2
      real[at + 3] = differenceRe + differenceIm2
      imaginary[at + 3] = differenceIm - differenceRe2
    }
  }

  return {
    real,
    imaginary,
    order,
    transform() {
      transformFours()
      for (let span = 4; span < size; span *= 2) {
        const step = size / (span * 2)
        for (let k = 0; k < span; k++) {
          const cosine = cosines[k * step]!
          const sine = sines[k * step]!
          for (let low = k; low < size; low += span * 2) {
            const high = low + span
            const re = real[high]! * cosine - imaginary[high]! * sine
            const im = imaginary[high]! * cosine + real[high]! * sine
            const lowRe = real[low]!
            const lowIm = imaginary[low]!
            real[low] = lowRe + re
            imaginary[low] = lowIm + im
            real[high] = lowRe - re
            imaginary[high] = lowIm - im
          }
        }
      }
    },
  }
}

function reversed(value: number, bits: number): number {
  let result = 0
  for (let bit = 0; bit < bits; bit++) result |= ((value >> bit) & 1) << (bits - 1 - bit)
  return result
}
