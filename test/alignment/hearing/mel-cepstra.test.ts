import { describe, expect, test } from 'vitest'
import { cepstra, createCepstrumMaker, frameLength } from '#alignment/hearing/mel-cepstra.ts'
import { createHiss } from './made-sound.ts'

/** 13 numbers of the first frame a new maker sees. */
function describeFrame(samples: Float32Array): number[] {
  const into = new Float32Array(cepstra)
  createCepstrumMaker().describe(samples, into)
  return [...into]
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
  const maker = createCepstrumMaker()
  const into = new Float32Array(cepstra)
  const hiss = createHiss()
  const energyOf = (level: number) => {
    maker.describe(
      Float32Array.from({ length: frameLength + 1 }, () => level * hiss()),
      into,
    )
    return into[0]!
  }
  // Five seconds of the same hiss, in which the noise is learned.
  const steady = Array.from({ length: 500 }, () => energyOf(0.05))
  const mean = (numbers: readonly number[]) =>
    numbers.reduce((sum, each) => sum + each, 0) / numbers.length
  const [atFirst, atLast] = [mean(steady.slice(0, 10)), mean(steady.slice(-100))]
  expect(atLast).toBeLessThan(atFirst - 4)
  const sudden = mean(Array.from({ length: 5 }, () => energyOf(0.2)))
  // Of sound four times as strong; without noise removal it would be exactly so much.
  expect(sudden - atLast).toBeGreaterThan(Math.sqrt(20) * Math.log(16) + 3)
})
