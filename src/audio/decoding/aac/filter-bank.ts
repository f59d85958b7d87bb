import { createImdct } from './imdct.ts'

/** How the windows of a frame follow each other (ISO/IEC 14496-3, 4.5.2.3.2). */
export const windowSequences = { long: 0, start: 1, short: 2, stop: 3 } as const

export interface FrameWindow {
  /** One of `windowSequences`. */
  readonly sequence: number
  /** 0: sine; 1: Kaiser-Bessel derived. */
  readonly shape: number
}

export const linesPerFrame = 1024
const shortLength = 128
/** Where the short slope of a long window begins. */
const flatLength = (linesPerFrame - shortLength) / 2

/** Rising halves of windows, by shape. */
const longSlopes = [sineSlope(linesPerFrame), kaiserBesselSlope(linesPerFrame, 4)] as const
const shortSlopes = [sineSlope(shortLength), kaiserBesselSlope(shortLength, 6)] as const
/** Those of a long window beside a short one. */
const steepSlopes = shortSlopes.map((slope) => {
  const steep = new Float64Array(linesPerFrame).fill(1, flatLength + shortLength)
  steep.set(slope, flatLength)
  return steep
})
const fallingLongSlopes = longSlopes.map((slope) => slope.toReversed())
const fallingSteepSlopes = steepSlopes.map((slope) => slope.toReversed())

function sineSlope(length: number): Float64Array {
  return Float64Array.from({ length }, (_, at) => Math.sin((Math.PI / (2 * length)) * (at + 0.5)))
}

function kaiserBesselSlope(length: number, alpha: number): Float64Array {
  const kernel = Float64Array.from({ length: length + 1 }, (_, at) =>
    bessel(Math.PI * alpha * Math.sqrt(1 - ((2 * at) / length - 1) ** 2)),
  )
  const whole = kernel.reduce((sum, value) => sum + value, 0)
  let sum = 0
  return Float64Array.from({ length }, (_, at) => Math.sqrt((sum += kernel[at]!) / whole))
}

/** The modified Bessel function of the first kind, order 0. */
function bessel(x: number): number {
  let term = 1
  let sum = 1
  for (let k = 1; term > sum * 1e-17; k++) {
    term *= (x / (2 * k)) ** 2
    sum += term
  }
  return sum
}

const longImdct = createImdct(linesPerFrame * 2)
const shortImdct = createImdct(shortLength * 2)
const longSamples = new Float64Array(linesPerFrame * 2)
const shortSamples = new Float64Array(shortLength * 2)

/** Spectra are as loud as samples of 16 bits. */
const toFullScale = 1 / 2 ** 15

export interface FilterBank {
  /** Makes of the lines of a frame the samples of a channel, −1 to 1 (ISO/IEC 14496-3, 4.6.11). */
  synthesise(lines: Float64Array, window: FrameWindow, samples: Float32Array): void
  /** Forgets the frame before. */
  reset(): void
}

export function createFilterBank(): FilterBank {
  /** The second half of the frame before, windowed. */
  const overlap = new Float64Array(linesPerFrame)
  let lastShape = 0

  function addLong(lines: Float64Array, { sequence, shape }: FrameWindow, samples: Float32Array) {
    longImdct.transform(lines, 0, longSamples)
    const rising = (sequence === windowSequences.stop ? steepSlopes : longSlopes)[lastShape]!
    const isStart = sequence === windowSequences.start
    const falling = (isStart ? fallingSteepSlopes : fallingLongSlopes)[shape]!
    for (let at = 0; at < linesPerFrame; at++) {
      samples[at] = (overlap[at]! + longSamples[at]! * rising[at]!) * toFullScale
      overlap[at] = longSamples[linesPerFrame + at]! * falling[at]!
    }
  }

  function addShort(lines: Float64Array, { shape }: FrameWindow, samples: Float32Array) {
    longSamples.fill(0)
    for (let window = 0; window < 8; window++) {
      const rising = shortSlopes[window === 0 ? lastShape : shape]!
      const falling = shortSlopes[shape]!
      const from = flatLength + window * shortLength
      shortImdct.transform(lines, window * shortLength, shortSamples)
      for (let at = 0; at < shortLength; at++) {
        longSamples[from + at]! += shortSamples[at]! * rising[at]!
        longSamples[from + shortLength + at]! +=
          shortSamples[shortLength + at]! * falling[shortLength - 1 - at]!
      }
    }
    for (let at = 0; at < linesPerFrame; at++) {
      samples[at] = (overlap[at]! + longSamples[at]!) * toFullScale
      overlap[at] = longSamples[linesPerFrame + at]!
    }
  }

  return {
    synthesise(lines, window, samples) {
      if (window.sequence === windowSequences.short) addShort(lines, window, samples)
      else addLong(lines, window, samples)
      lastShape = window.shape
    },
    reset() {
      overlap.fill(0)
      lastShape = 0
    },
  }
}
