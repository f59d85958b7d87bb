import { expect, test } from 'vitest'
import { withoutEdgeFillers } from '#alignment/confidence/section-edges.ts'
import type { TimedWord } from '#alignment/onset-refinement/refine-onsets.ts'

const section = { frames: { from: 1000, to: 6000 }, words: { from: 20, to: 40 } }

const word = (number: number, start: number): TimedWord => ({
  word: number,
  start,
  end: start + 0.5,
  likelihoodRatio: 1,
  frames: 50,
  contrast: null,
  fillerBefore: true,
  fillerAfter: true,
})

const gapsOf = (placed: readonly TimedWord[], isOfThisAudio = false) =>
  withoutEdgeFillers(placed, section, { isOfThisAudio }).map(({ fillerBefore, fillerAfter }) => [
    fillerBefore,
    fillerAfter,
  ])

test('the first and the last word, at the edges of their section, are beside no gap', () => {
  expect(gapsOf([word(20, 10.1), word(30, 30), word(39, 59)])).toEqual([
    [false, true],
    [true, true],
    [true, false],
  ])
})

test('if the audio is long enough for missing words, the gap stays', () => {
  expect(gapsOf([word(20, 13), word(39, 55)])).toEqual([
    [true, true],
    [true, true],
  ])
})

test('if words are missing at the section edge, the gap stays', () => {
  expect(gapsOf([word(21, 10.1), word(38, 59.5)])).toEqual([
    [true, true],
    [true, true],
  ])
})

test('a draft has no unmatched audio at its edges, however long the silence there', () => {
  expect(gapsOf([word(20, 20), word(39, 40)], true)).toEqual([
    [false, true],
    [true, false],
  ])
})
