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

const wrong = { likelihoodRatio: -8, frames: 10 }

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

test('a wrong word in a phrase is unsure and has an issue; its neighbours stay sure', () => {
  const { words: timed, issues } = gradeWith(
    words,
    words.map((_, word) => heard(word, { end: word + 0.9, ...(word === 4 ? wrong : {}) })),
  )
  expect(timed.map(({ confidence }) => confidence >= 0.5)).toEqual(
    words.map((_, word) => word !== 4),
  )
  expect(issues).toEqual([{ line: 0, from: 8, to: 9, reason: 'unclear' }])
})

test('a word that is only doubtful is unsure, but raises no issue', () => {
  const { words: timed, issues } = gradeWith(
    words,
    words.map((_, word) =>
      heard(word, { end: word + 0.9, likelihoodRatio: word === 4 ? -2.5 : 1 }),
    ),
  )
  expect(timed[4]!.confidence).toBeLessThan(0.5)
  expect(issues).toEqual([])
})

test('a short word counts as what it is together with its neighbours', () => {
  const short = { end: 4.05, frames: 5, likelihoodRatio: -0.5 }
  const among = (likelihoodRatio: number) =>
    gradeWith(
      words,
      words.map((_, word) =>
        heard(word, { end: word + 0.9, ...(word === 4 ? short : { likelihoodRatio }) }),
      ),
    ).words[4]!.confidence
  expect(among(1)).toBeGreaterThanOrEqual(0.5)
  expect(among(-0.1)).toBeLessThan(0.5)
})

test('beside a gap, only the word after it, or the end of a short phrase before it, is doubtful', () => {
  const { words: timed } = gradeWith(
    words,
    words.map((_, word) =>
      heard(word, { end: word + 0.9, fillerBefore: word === 5, fillerAfter: word === 4 }),
    ),
  )
  const unsure = timed.filter(({ confidence }) => confidence < 0.5).map(({ from }) => from / 2)
  expect(unsure).toEqual([5])
})

test('what is far below is measured by what this recording’s words are', () => {
  const long = Array.from({ length: 60 }, (_, at) => ({
    ...words[0]!,
    from: 2 * at,
    to: 2 * at + 1,
  }))
  const gradeAmong = (usual: number) =>
    gradeWith(
      long,
      long.map((_, word) =>
        heard(word, { end: word + 0.9, likelihoodRatio: word === 30 ? -1.5 : usual }),
      ),
    ).words[30]!.confidence
  expect(gradeAmong(1.9)).toBeLessThan(0.5)
  expect(gradeAmong(1)).toBeGreaterThanOrEqual(0.5)
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
