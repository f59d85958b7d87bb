import { expect, test } from 'vitest'
import { readFixture, segmentsOf } from '../../fixtures.ts'

test('a fragment a line, with the quotes that are in it', async () => {
  const segments = await segmentsOf('aeneas-text/quotes-inside.txt')
  expect(segments.map(({ start, end, text }) => [start, end, text])).toEqual([
    [0, 2.68, 'Four boats'],
    [2.68, 5.88, 'She said "wait" and they went.'],
    [5.88, 9.24, 'Nobody heard it, but the gulls.'],
  ])
})

test('a line that is none is counted, and the others are read', async () => {
  const { transcript, problems } = await readFixture('aeneas-text/one-line-damaged.txt')
  expect(transcript?.segments).toHaveLength(4)
  expect(problems).toMatchObject([
    { code: 'line-unreadable', line: 3, quote: 'f000003 2.000 three' },
  ])
})
