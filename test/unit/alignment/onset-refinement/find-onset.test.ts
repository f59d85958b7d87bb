import { describe, expect, test } from 'vitest'
import { createLoudnessMeter } from '#alignment/acoustic-features/loudness-meter.ts'
import { findOnset } from '#alignment/onset-refinement/find-onset.ts'
import { createHiss } from '../acoustic-features/synthetic-audio.ts'

const sampleRate = 16_000
const step = (seconds: number) => Math.round(seconds * 400)

interface Word {
  readonly start: number
  readonly end: number
  /** Decibels below full scale. */
  readonly level?: number
}

/** Three seconds of hiss with words, which are hums of 200 and 400 Hz. */
function loudnessOf(words: readonly Word[], { noise }: { noise: number }, seed = 1): Float32Array {
  const hiss = createHiss(seed)
  const ofNoise = 10 ** (noise / 20) * Math.sqrt(3)
  const samples = Float32Array.from({ length: 3 * sampleRate }, (_, n) => {
    const time = n / sampleRate
    const word = words.find(({ start, end }) => time >= start && time < end)
    const hum = Math.sin(2 * Math.PI * 200 * time) + Math.sin(2 * Math.PI * 400 * time)
    return ofNoise * hiss() + (word ? 10 ** ((word.level ?? -20) / 20) * hum : 0)
  })
  const loudness = new Float32Array(1200)
  createLoudnessMeter({ sampleRate, into: loudness })(samples)
  return loudness
}

const start = 1.2
const word: Word = { start, end: 1.8 }

/** The onset that is found for a word expected at `at`, seconds. */
const onsetIn = (loudness: Float32Array, at: number, before = 0) => {
  const found = findOnset({ loudness, at: step(at), end: step(word.end), before: step(before) })
  return { seconds: found.at / 400, contrast: found.contrast }
}

const seeds = Array.from({ length: 20 }, (_, at) => at + 1)

describe('the onset of a word is found', () => {
  test.each([
    { contrast: 30, noise: -50, within: 0.005 },
    { contrast: 10, noise: -30, within: 0.04 },
  ])('within $within s, $contrast dB above the noise', ({ noise, within }) => {
    for (const seed of seeds) {
      const loudness = loudnessOf([word], { noise }, seed)
      for (const off of [-0.2, -0.1, -0.03, 0, 0.03, 0.06]) {
        const { seconds } = onsetIn(loudness, start + off)
        expect(Math.abs(seconds - start), `noise ${seed}, ${off} s off`).toBeLessThanOrEqual(within)
      }
    }
  })

  test('where the search has reached back 0.8 s into the pause', () => {
    for (const noise of [-60, -45, -35]) {
      const { seconds } = onsetIn(loudnessOf([word], { noise }), start - 0.8)
      expect(Math.abs(seconds - start)).toBeLessThan(0.02)
    }
  })

  test('in digital silence', () => {
    const { seconds, contrast } = onsetIn(loudnessOf([word], { noise: -Infinity }), start - 0.1)
    expect(Math.abs(seconds - start)).toBeLessThanOrEqual(0.005)
    expect(contrast).toBeGreaterThan(60)
  })

  test('behind a click', () => {
    const click: Word = { start: 0.9, end: 0.905 }
    const { seconds } = onsetIn(loudnessOf([click, word], { noise: -50 }), 0.85)
    expect(Math.abs(seconds - start)).toBeLessThanOrEqual(0.005)
  })

  test('before the silence inside a stop consonant', () => {
    // A burst of 30 ms, the closure, and the vowel: `top` begins with its burst.
    const burst: Word = { start: start - 0.06, end: start - 0.03, level: -30 }
    const { seconds } = onsetIn(loudnessOf([burst, word], { noise: -55 }), start + 0.02)
    expect(Math.abs(seconds - burst.start)).toBeLessThanOrEqual(0.005)
  })

  test('not within the word before', () => {
    const last: Word = { start: 0.4, end: 1 }
    const { seconds } = onsetIn(loudnessOf([last, word], { noise: -50 }), 1.05, 1)
    expect(seconds).toBeGreaterThan(1.1)
    expect(Math.abs(seconds - start)).toBeLessThanOrEqual(0.005)
  })
})

describe('the place stays as it is', () => {
  test('where there is no pause before it', () => {
    const steady = loudnessOf([{ start: 0, end: 3 }], { noise: -60 })
    const { seconds, contrast } = onsetIn(steady, start)
    expect(seconds).toBe(start)
    expect(contrast).toBeLessThan(7)
  })

  test('where there is only noise, and where there is nothing', () => {
    expect(onsetIn(loudnessOf([], { noise: -30 }), start).seconds).toBe(start)
    expect(onsetIn(new Float32Array(1200), start).seconds).toBe(start)
  })

  test('at the edges of the known samples', () => {
    const loudness = new Float32Array(2)
    expect(findOnset({ loudness, at: 0, end: 2, before: 0 }).at).toBe(0)
    expect(findOnset({ loudness, at: 40, end: 60, before: 40 }).at).toBe(40)
  })
})

test('contrast is how far the word rises above the pause, decibels', () => {
  // Two sines of −20 dB are −20 dB together, as the mean of their squares.
  const quiet = onsetIn(loudnessOf([word], { noise: -40 }), start).contrast
  const quieter = onsetIn(loudnessOf([word], { noise: -60 }), start).contrast
  expect(quieter - quiet).toBeCloseTo(20, 0)
  expect(quiet).toBeGreaterThan(15)
  expect(quiet).toBeLessThan(24)
})
