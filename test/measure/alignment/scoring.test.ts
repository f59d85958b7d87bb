import { expect, test } from 'vitest'
import { score } from './scoring.mjs'

const line = (text: string) => ({ text, kind: 'speech' as const })
const script = {
  language: 'en',
  lines: ['good morning', 'not spoken here', 'good night'].map(line),
}
const recording = {
  script,
  truth: [{ start: 1, end: 2 }, null, { start: 3, end: 4 }],
  absentWords: [
    { line: 1, from: 0, to: 6 },
    { line: 1, from: 7, to: 11 },
    { line: 1, from: 12, to: 16 },
  ],
  words: [
    { line: 0, from: 0, to: 4, start: 1, end: 1.4 },
    { line: 0, from: 5, to: 12, start: 1.4, end: 2 },
    { line: 2, from: 0, to: 4, start: 3, end: 3.4 },
    { line: 2, from: 5, to: 10, start: 3.4, end: 4 },
  ],
}
/** What an aligner finds that is late by so many seconds. */
const late = (seconds: number, confidence = 0.9) =>
  recording.words.map((word) => ({
    ...word,
    start: word.start + seconds,
    end: word.end + seconds,
    confidence,
  }))

test('an aligner that is always 10 ms late is said to be 10 ms off', () => {
  const { lines, words, absent } = score(recording, { words: late(0.01), issues: [] })
  expect(lines.median).toBeCloseTo(0.01)
  expect(lines.p95).toBeCloseTo(0.01)
  expect(lines).toMatchObject({ heard: 2, within: 1, sure: 1, sureWithin: 1, withinOrUnsure: 1 })
  expect(words?.median).toBeCloseTo(0.01)
  expect(words).toMatchObject({ count: 4, missing: 0 })
  expect(absent).toEqual({ words: 3, sure: 0, unsure: 0, untimed: 3 })
})

test('a line without a time is not within 250 ms, and not sure', () => {
  const words = late(0).filter(({ line }) => line === 0)
  expect(score(recording, { words, issues: [] })).toMatchObject({
    lines: { within: 0.5, sure: 0.5, sureWithin: 1, withinOrUnsure: 1 },
    words: { missing: 0.5 },
  })
})

test('a line that is wrong and sure is counted against the sure ones', () => {
  const words = late(0).map((word) => (word.line === 2 ? { ...word, start: word.start + 1 } : word))
  expect(score(recording, { words, issues: [] }).lines).toMatchObject({
    within: 0.5,
    sureWithin: 0.5,
    withinOrUnsure: 0.5,
  })
})

test('little confidence, or a issue anywhere in the line, makes it unsure', () => {
  const little = late(1, 0.49)
  expect(score(recording, { words: little, issues: [] }).lines).toMatchObject({
    sure: 0,
    sureWithin: null,
    withinOrUnsure: 1,
  })
  const issues = [{ line: 2, from: 5, to: 10, reason: 'unclear' as const }]
  expect(score(recording, { words: late(1), issues }).lines.sure).toBe(0.5)
})

test('words that are not spoken are counted by confidence: sure of a time, unsure, without one', () => {
  const made = (from: number, to: number, confidence: number) => {
    return { line: 1, from, to, start: 2.2, end: 2.4, confidence }
  }
  const words = [...late(0), made(0, 6, 0.9), made(7, 11, 0.2)]
  const { absent, lines } = score(recording, { words, issues: [] })
  expect(absent).toEqual({ words: 3, sure: 1, unsure: 1, untimed: 1 })
  expect(lines.sureWithin).toBeCloseTo(2 / 3)
})

test('a issue about the very word makes a time for it unsure', () => {
  const word = { line: 1, from: 0, to: 6, start: 2.2, end: 2.4, confidence: 0.9 }
  const issues = [{ line: 1, from: 0, to: 16, reason: 'beside-gap' as const }]
  expect(score(recording, { words: [word], issues }).absent.unsure).toBe(1)
})

test('an aligner that refuses has found nothing, and no figures are made up for it', () => {
  const { lines, words, absent } = score(recording, { words: [], issues: [] })
  expect(lines).toMatchObject({ median: null, p95: null, within: 0, sureWithin: null })
  expect(words).toMatchObject({ median: null, missing: 1 })
  expect(absent.untimed).toBe(3)
})
