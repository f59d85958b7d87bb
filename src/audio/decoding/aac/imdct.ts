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
      for (let k = 0, at = 0; k < eighth; k++, at += 2) {
        const re = real[k]!
        const im = imaginary[k]!
        const lateRe = real[eighth + k]!
        const lateIm = imaginary[eighth + k]!
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
  const stages: (() => void)[] = []
  let span = 4
  for (; span * 4 <= size; span *= 4) stages.push(doubleStage(span))
  if (span < size) stages.push(singleStage(span))

  /** exp(2πi k / count), for k below `length`. */
  function factors(count: number, length: number) {
    const angle = (2 * Math.PI) / count
    return {
      cosines: Float64Array.from({ length }, (_, k) => Math.cos(angle * k)),
      sines: Float64Array.from({ length }, (_, k) => Math.sin(angle * k)),
    }
  }

  /** The stages of two and of four: their factors are 1 and i. */
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

  /** Two stages at once, which halves what is read and written: joins four runs of `span` into one. */
  function doubleStage(span: number) {
    const first = factors(span * 2, span)
    const second = factors(span * 4, span)
    return () => {
      for (let block = 0; block < size; block += span * 4) {
        for (let k = 0; k < span; k++) {
          const at0 = block + k
          const at1 = at0 + span
          const at2 = at1 + span
          const at3 = at2 + span
          const cosine = first.cosines[k]!
          const sine = first.sines[k]!
          const re1 = real[at1]! * cosine - imaginary[at1]! * sine
          const im1 = imaginary[at1]! * cosine + real[at1]! * sine
          const re3 = real[at3]! * cosine - imaginary[at3]! * sine
          const im3 = imaginary[at3]! * cosine + real[at3]! * sine
          const sumRe = real[at2]! + re3
          const sumIm = imaginary[at2]! + im3
          const differenceRe = real[at2]! - re3
          const differenceIm = imaginary[at2]! - im3
          const cosine2 = second.cosines[k]!
          const sine2 = second.sines[k]!
          const evenRe = sumRe * cosine2 - sumIm * sine2
          const evenIm = sumIm * cosine2 + sumRe * sine2
          const oddRe = -(differenceIm * cosine2 + differenceRe * sine2)
          const oddIm = differenceRe * cosine2 - differenceIm * sine2
          const lowRe = real[at0]! + re1
          const lowIm = imaginary[at0]! + im1
          const highRe = real[at0]! - re1
          const highIm = imaginary[at0]! - im1
          real[at0] = lowRe + evenRe
          imaginary[at0] = lowIm + evenIm
          real[at1] = highRe + oddRe
          imaginary[at1] = highIm + oddIm
          real[at2] = lowRe - evenRe
          imaginary[at2] = lowIm - evenIm
          real[at3] = highRe - oddRe
          imaginary[at3] = highIm - oddIm
        }
      }
    }
  }

  /** Joins two runs of `span` into one. */
  function singleStage(span: number) {
    const { cosines, sines } = factors(span * 2, span)
    return () => {
      for (let block = 0; block < size; block += span * 2) {
        for (let k = 0; k < span; k++) {
          const low = block + k
          const high = low + span
          const re = real[high]! * cosines[k]! - imaginary[high]! * sines[k]!
          const im = imaginary[high]! * cosines[k]! + real[high]! * sines[k]!
          real[high] = real[low]! - re
          imaginary[high] = imaginary[low]! - im
          real[low]! += re
          imaginary[low]! += im
        }
      }
    }
  }

  return {
    real,
    imaginary,
    order,
    transform() {
      transformFours()
      for (const stage of stages) stage()
    },
  }
}

function reversed(value: number, bits: number): number {
  let result = 0
  for (let bit = 0; bit < bits; bit++) result |= ((value >> bit) & 1) << (bits - 1 - bit)
  return result
}
