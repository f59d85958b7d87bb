import { expect, test } from 'vitest'
import { capHiddenPauses } from '#transcript/hidden-pauses.ts'
import { findPauses } from '#transcript/pauses.ts'
import { line } from '../support/transcripts.ts'

test('pauses are where no timed word is, before the first and between any two', () => {
  const lines = [
    line(3, 10, {
      words: [
        { from: 0, to: 1, start: 3, end: 4 },
        { from: 2, to: 3, start: 9, end: 10 },
      ],
    }),
    line(11, 12),
    line(20, 21),
  ]
  expect(findPauses(lines, 2)).toEqual([
    { start: 0, end: 3 },
    { start: 4, end: 9 },
    { start: 12, end: 20 },
  ])
})

test('nobody pauses while somebody else speaks', () => {
  expect(findPauses([line(0, 10), line(1, 2), line(11, 12)], 2)).toEqual([])
})

test('a word that hides a pause is marked no longer than its letters suggest, plus two seconds', () => {
  const capped = capHiddenPauses(line(0, 9, { words: [{ from: 0, to: 5, start: 0, end: 9 }] }))
  expect(capped.words[0]!.end).toBeCloseTo(2.6)
  const usual = line(0, 2, { words: [{ from: 0, to: 5, start: 0, end: 2 }] })
  expect(capHiddenPauses(usual)).toBe(usual)
})

test('words of another line fill a pause inside a line', () => {
  const word = (start: number, end: number) => ({ from: 0, to: 1, start, end })
  const lines = [
    line(0, 10, { words: [word(0, 1), word(9, 10)] }),
    line(2, 8, { words: [word(2, 8)] }),
  ]
  expect(findPauses(lines, 2)).toEqual([])
})
