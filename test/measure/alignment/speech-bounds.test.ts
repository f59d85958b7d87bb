import { expect, test } from 'vitest'
import { firstSpeech, speechBounds } from './speech-bounds.mjs'

const sampleRate = 16_000

/** A tone between two moments, seconds, and a hiss all along. */
function toneBetween(from: number, to: number, { seconds = 2, hiss = 1 } = {}) {
  return Int16Array.from({ length: seconds * sampleRate }, (_, at) => {
    const isHeard = at >= from * sampleRate && at < to * sampleRate
    return (isHeard ? 8000 * Math.sin(at * 0.2) : 0) + (at % 3) * hiss
  })
}

test('speech is found where its sound begins and ends, to a hundredth of a second', () => {
  const bounds = speechBounds(toneBetween(0.5, 1.3), sampleRate)
  expect(Math.abs((bounds?.start ?? 0) - 0.5)).toBeLessThan(0.01)
  expect(Math.abs((bounds?.end ?? 0) - 1.3)).toBeLessThan(0.01)
})

test('a click is not speech', () => {
  const samples = toneBetween(1, 1.6)
  samples[3000] = 32_000
  expect(speechBounds(samples, sampleRate)?.start).toBeGreaterThan(0.98)
})

test('in silence nothing is found', () => {
  expect(speechBounds(new Int16Array(sampleRate), sampleRate)).toBeNull()
})

test('a border anywhere in the pause leads to the voice after it, in spite of a hiss', () => {
  const samples = toneBetween(1, 1.8, { hiss: 60 })
  for (const from of [0.3, 0.7, 0.95]) {
    const found = firstSpeech(samples, sampleRate, { from, to: 2 })
    expect(Math.abs(found - 1)).toBeLessThan(0.02)
  }
})
