import { expect, test } from 'vitest'
import { compareTiming } from '#session/alignment/compare-timing.ts'
import { toLines } from '#transcript/lines.ts'
import { segment, transcript } from '../../../support/transcripts.ts'

const word = (from: number, to: number, start: number) => ({ from, to, start, end: start + 0.4 })

test('lines that have a time and were not heard are counted: with the new times they would have none', () => {
  const read = transcript([
    segment('Good evening.', 1, 3),
    segment('Never said.', 10, 12),
    segment('[bell]', 20, 21, { kind: 'sound' }),
    segment('[door]', 25, 26, { kind: 'sound' }),
    segment('Without a time.', null, null),
  ])
  const heard = transcript([
    segment('Good evening.', 1, 2, { words: [word(0, 4, 1), word(5, 13, 1.5)] }),
    segment('Never said.', null, null),
    segment('[bell]', 20, 21, { kind: 'sound' }),
    segment('[door]', null, null, { kind: 'sound' }),
    segment('Without a time.', null, null),
  ])
  expect(compareTiming(toLines(read, 'segments'), { read, heard })).toEqual({
    kind: 'compared',
    compared: 1,
    off: [],
    notHeard: 2,
  })
})

test('of a long segment the pieces are counted of which no word was heard', () => {
  const text = Array.from({ length: 30 }, () => 'La la la.').join(' ')
  const words = Array.from(text.matchAll(/\S+/g), ({ index, 0: said }, at) => ({
    from: index,
    to: index + said.length,
    start: at,
    end: at + 0.5,
  }))
  const read = transcript([segment(text, 0, 90, { words })])
  const lines = toLines(read, 'paragraphs')
  expect(lines).toHaveLength(4)
  const heard = transcript([segment(text, 0, 5, { words: words.slice(0, 5) })])
  expect(compareTiming(lines, { read, heard }).notHeard).toBe(3)
})
