import { concatenateFloats } from '#arrays/concatenate.ts'

/** Takes samples at one rate and gives them at another, piece by piece, as if they had come at once. */
export interface Resampler {
  /** The samples that are final: the last few milliseconds wait for the next input. */
  push(samples: Float32Array): Float32Array
  /** The rest, with silence after the end. */
  finish(): Float32Array
}

/** Zero crossings of the sinc on each side: more is sharper at the edge of the band, and slower. */
const crossings = 10
/** Of the band that the slower of both rates can hold. */
const passed = 0.94

/**
 * By a sinc under a Hann window, worked out for each place that an output sample can have between two input
 * samples. Output sample `n` stands at `n / to` seconds after the first input sample. Rates in hertz.
 */
export function createResampler({ from, to }: { from: number; to: number }): Resampler {
  const common = greatestCommonDivisor(Math.round(from), Math.round(to))
  const step = Math.round(from) / common
  const phases = Math.round(to) / common
  const band = Math.min(1, to / from) * passed
  const reach = Math.ceil(crossings / band)
  const kernels = Array.from({ length: phases }, (_, phase) =>
    kernelAt({ offset: phase / phases, band, reach }),
  )
  /** Input that may still be needed; its first sample is number `first`. */
  let held: Float32Array = new Float32Array(reach)
  let first = -reach
  /** The next output sample stands at input sample `at` and `phase / phases`. */
  let at = 0
  let phase = 0

  function take(samples: Float32Array): Float32Array {
    const all = concatenateFloats([held, samples])
    const end = first + all.length
    const made: number[] = []
    while (at + reach < end) {
      const kernel = kernels[phase]!
      const begin = at - reach + 1 - first
      let sum = 0
      for (let tap = 0; tap < kernel.length; tap++) sum += kernel[tap]! * all[begin + tap]!
      made.push(sum)
      phase += step
      at += Math.floor(phase / phases)
      phase %= phases
    }
    const keepFrom = Math.max(0, Math.min(all.length, at - reach + 1 - first))
    held = all.slice(keepFrom)
    first += keepFrom
    return Float32Array.from(made)
  }

  if (step === phases)
    return { push: (samples) => samples.slice(), finish: () => new Float32Array() }
  return { push: take, finish: () => take(new Float32Array(reach)) }
}

interface KernelPlace {
  /** Of the output sample after the input sample before it, 0 to 1. */
  readonly offset: number
  readonly band: number
  readonly reach: number
}

/** Weights of the input samples from `reach − 1` before to `reach` after. They add up to one. */
function kernelAt({ offset, band, reach }: KernelPlace): Float32Array {
  const weights = Array.from({ length: 2 * reach }, (_, tap) => {
    const distance = tap - reach + 1 - offset
    const window = 0.5 + 0.5 * Math.cos((Math.PI * distance) / (reach + 1))
    return Math.abs(distance) > reach ? 0 : window * sinc(distance * band)
  })
  const sum = weights.reduce((total, weight) => total + weight, 0)
  return Float32Array.from(weights, (weight) => weight / sum)
}

const sinc = (x: number) => (x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x))

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b)
}
