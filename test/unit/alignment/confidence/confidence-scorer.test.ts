import { expect, test } from 'vitest'
import { createConfidenceScorer } from '#alignment/confidence/confidence-scorer.ts'
import type { TimedWord } from '#alignment/onset-refinement/refine-onsets.ts'
import type { ScriptWord } from '#alignment/script.ts'

/** One line: a letter and a space for each word. */
const words: ScriptWord[] = Array.from({ length: 10 }, (_, at) => ({
  line: 0,
  from: 2 * at,
  to: 2 * at + 1,
  spokenForm: 'a',
}))

const heard = (word: number, more: Partial<TimedWord> = {}): TimedWord => ({
  word,
  start: word,
  end: word + 0.5,
  likelihoodRatio: 1,
  frames: 50,
  contrast: 30,
  fillerBefore: false,
  fillerAfter: false,
  ...more,
})

const gradeWith = (words: readonly ScriptWord[], placed: readonly TimedWord[]) =>
  createConfidenceScorer(words).score(placed, {
    words: { from: 0, to: words.length },
    byLenientPass: false,
  })

test('sure words between two that were not found stay free of issues', () => {
  const { issues } = gradeWith(
    words,
    [2, 3, 4, 5, 6, 7].map((word) => heard(word)),
  )
  expect(issues).toEqual([
    { line: 0, from: 0, to: 3, reason: 'not-heard' },
    { line: 0, from: 16, to: 19, reason: 'not-heard' },
  ])
})

test('words that are sure between two that are unclear stay free of issues', () => {
  const unclear = { likelihoodRatio: -9 }
  const { issues } = gradeWith(
    words,
    words.map((_, word) => heard(word, word === 1 || word === 2 || word === 8 ? unclear : {})),
  )
  expect(issues).toEqual([
    { line: 0, from: 2, to: 5, reason: 'unclear' },
    { line: 0, from: 16, to: 17, reason: 'unclear' },
  ])
})

test('a number, read as several words, is one word and one issue', () => {
  const number = [0, 1, 2].map(() => ({ line: 0, from: 0, to: 8, spokenForm: 'five' }))
  const words = [...number, { line: 0, from: 9, to: 10, spokenForm: 'a' }]
  expect(gradeWith(words, [heard(3)]).issues).toEqual([
    { line: 0, from: 0, to: 8, reason: 'not-heard' },
  ])
  const { words: timed } = gradeWith(words, [
    heard(0, { end: 0.2 }),
    heard(1, { start: 0.2, end: 0.4 }),
    heard(2, { start: 0.4, end: 0.6 }),
    heard(3),
  ])
  expect(timed).toMatchObject([
    { from: 0, to: 8, start: 0, end: 0.6 },
    { from: 9, to: 10 },
  ])
})

test('a text without any match has one issue for each line, however long it is', () => {
  const long = Array.from({ length: 300_000 }, (_, at) => ({
    line: Math.floor(at / 1000),
    from: 2 * (at % 1000),
    to: 2 * (at % 1000) + 1,
    spokenForm: 'a',
  }))
  expect(gradeWith(long, []).issues).toHaveLength(300)
})
