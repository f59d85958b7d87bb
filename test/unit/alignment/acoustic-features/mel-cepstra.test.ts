import { describe, expect, test } from 'vitest'
import {
  cepstrumSize,
  createCepstrumExtractor,
  frameLength,
} from '#alignment/acoustic-features/mel-cepstra.ts'
import { createNoiseRemoval } from '#alignment/acoustic-features/noise-removal.ts'
import { createHiss } from './synthetic-audio.ts'

/** 13 coefficients of the first frame. */
function describeFrame(samples: Float32Array): number[] {
  const into = new Float32Array(cepstrumSize)
  createCepstrumExtractor().extract(samples, into)
  return [...into]
}

/** The same by definition: a sum for each frequency, triangles in mel, a cosine transform, a lifter. */
function describeSlowly(samples: Float32Array): number[] {
  const frame = Array.from({ length: frameLength }, (_, n) => {
    const hamming = 0.54 - 0.46 * Math.cos((2 * Math.PI * n) / (frameLength - 1))
    return (samples[n + 1]! - 0.97 * samples[n]!) * 32_768 * hamming
  })
  const power = (bin: number) => {
    const turn = (bin * 2 * Math.PI) / 256
    const real = frame.reduce((sum, sample, n) => sum + sample * Math.cos(turn * n), 0)
    const imaginary = frame.reduce((sum, sample, n) => sum + sample * Math.sin(turn * n), 0)
    return real ** 2 + imaginary ** 2
  }
  const mel = (hertz: number) => 2595 * Math.log10(1 + hertz / 700)
  // Twenty-two corners, evenly from 130 to 3,700 Hz in mel, each on the nearest of 31.25 Hz.
  const corners = Array.from({ length: 22 }, (_, at) => {
    const place = mel(130) + (at * (mel(3700) - mel(130))) / 21
    return Math.round((700 * (10 ** (place / 2595) - 1)) / 31.25)
  })
  const energies = Float64Array.from({ length: 20 }, (_, band) => {
    const [left, middle, right] = corners.slice(band, band + 3) as [number, number, number]
    let energy = 0
    for (let bin = left + 1; bin < right; bin++) {
      const height =
        bin <= middle ? (bin - left) / (middle - left) : (right - bin) / (right - middle)
      energy += (power(bin) * height * 2) / ((right - left) * 31.25)
    }
    return energy
  })
  createNoiseRemoval(20)(energies)
  return Array.from({ length: cepstrumSize }, (_, order) => {
    const cosines = Array.from(energies, (energy, band) => {
      return Math.log(energy + 1e-4) * Math.cos((Math.PI * order * (band + 0.5)) / 20)
    })
    const sum = cosines.reduce((total, each) => total + each, 0)
    return sum * Math.sqrt((order === 0 ? 1 : 2) / 20) * (1 + 11 * Math.sin((order * Math.PI) / 22))
  })
}

const noise = (level: number) => {
  const hiss = createHiss()
  return Float32Array.from({ length: frameLength + 1 }, () => level * hiss())
}

const tone = (hertz: number) =>
  Float32Array.from(
    { length: frameLength + 1 },
    (_, n) => Math.sin((2 * Math.PI * hertz * n) / 8000) / 4,
  )

describe('a frame', () => {
  test('is described by thirteen numbers, each of them finite, silence too', () => {
    for (const samples of [noise(0.1), noise(1), new Float32Array(frameLength + 1)]) {
      expect(describeFrame(samples).filter(Number.isFinite)).toHaveLength(13)
    }
  })

  test('is described as the book says', () => {
    for (const samples of [noise(0.02), noise(0.7), tone(440), tone(3100)]) {
      const expected = describeSlowly(samples)
      describeFrame(samples).forEach((number, at) => expect(number).toBeCloseTo(expected[at]!, 3))
    }
  })

  test('that is louder differs in the first number only', () => {
    const [quiet, ...shape] = describeFrame(noise(0.05))
    const [loud, ...louderShape] = describeFrame(noise(0.2))
    // Each of 20 bands has 16 times the energy; the transform is orthonormal.
    expect(loud! - quiet!).toBeCloseTo(Math.sqrt(20) * Math.log(16), 2)
    louderShape.forEach((number, at) => expect(number).toBeCloseTo(shape[at]!, 2))
  })

  test('of low sound has more of the first cosine than one of high sound', () => {
    const [low, middle, high] = [250, 1000, 3000].map((hertz) => describeFrame(tone(hertz))[1]!)
    expect(low).toBeGreaterThan(middle!)
    expect(middle).toBeGreaterThan(high!)
  })
})

test('steady noise is taken out, and what rises above it stays', () => {
  const maker = createCepstrumExtractor()
  const into = new Float32Array(cepstrumSize)
  const hiss = createHiss()
  const energyOf = (level: number) => {
    maker.extract(
      Float32Array.from({ length: frameLength + 1 }, () => level * hiss()),
      into,
    )
    return into[0]!
  }
  // Five seconds of the same hiss, from which the noise is learned.
  const steady = Array.from({ length: 500 }, () => energyOf(0.05))
  const mean = (numbers: readonly number[]) =>
    numbers.reduce((sum, each) => sum + each, 0) / numbers.length
  const [atFirst, atLast] = [mean(steady.slice(0, 10)), mean(steady.slice(-100))]
  expect(atLast).toBeLessThan(atFirst - 4)
  const sudden = mean(Array.from({ length: 5 }, () => energyOf(0.2)))
  // For audio four times as strong; without noise removal the difference would be exactly this.
  expect(sudden - atLast).toBeGreaterThan(Math.sqrt(20) * Math.log(16) + 3)
})
