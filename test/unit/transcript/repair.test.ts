import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { repairTimes } from '#transcript/repair.ts'
import type { Segment } from '#transcript/transcript.ts'

function said(
  start: number | null,
  end: number | null,
  text = 'hello',
  words: Segment['words'] = [],
): Segment {
  return { start, end, speaker: null, kind: 'speech', text, words }
}
const timesOf = (segments: readonly Segment[]) => segments.map(({ start, end }) => [start, end])

test('correct times are unchanged', () => {
  const segments = [said(0, 1), said(0.5, 2), said(3, 4)]
  const { segments: repaired, problems } = repairTimes(segments)
  expect(repaired).toEqual(segments)
  expect(problems).toEqual([])
})

test('segments are sorted by start, those of one start as they came', () => {
  const { segments } = repairTimes([said(2, 3), said(1, 2, 'a'), said(1, 2, 'b')])
  expect(segments.map((segment) => segment.text)).toEqual(['a', 'b', 'hello'])
})

test('a segment without times stays behind the one it follows', () => {
  const { segments } = repairTimes([said(5, 6, 'b'), said(null, null, 'after b'), said(1, 2, 'a')])
  expect(segments.map((segment) => segment.text)).toEqual(['a', 'b', 'after b'])
})

test('an end before its start becomes the next start', () => {
  const { segments, problems } = repairTimes([said(1, 0.5), said(4, 5)], (index) => index * 10 + 2)
  expect(timesOf(segments)).toEqual([
    [1, 4],
    [4, 5],
  ])
  expect(problems).toMatchObject([{ code: 'time-inverted', line: 2 }])
})

test('an end at 0 is no end', () => {
  const { segments, problems } = repairTimes([said(1, 0), said(4, 5)], (index) => index * 10 + 2)
  expect(timesOf(segments)).toEqual([
    [1, 4],
    [4, 5],
  ])
  expect(problems).toMatchObject([{ code: 'end-missing', line: 2 }])
})

test('the last end is guessed by the length of the text', () => {
  expect(timesOf(repairTimes([said(1, null, 'x'.repeat(50))]).segments)).toEqual([[1, 4]])
  expect(timesOf(repairTimes([said(1, null, 'x')]).segments)).toEqual([[1, 1.3]])
})

test('impossible times are dropped, and the text stays', () => {
  const impossible = [said(Number.NaN, 1), said(Infinity, 2), said(1e308, 1e308), said(-5, -1)]
  const { segments } = repairTimes(impossible)
  expect(timesOf(segments)).toEqual([
    [null, null],
    [null, null],
    [null, null],
    [null, null],
  ])
})

test('a start just before the beginning is the beginning', () => {
  expect(timesOf(repairTimes([said(-0.02, 1)]).segments)).toEqual([[0, 1]])
})

test('words are put in order inside their segment', () => {
  const words = [
    { from: 0, to: 2, start: 0.5, end: 1.5 },
    { from: 3, to: 5, start: 1.2, end: 9 },
  ]
  const { segments } = repairTimes([said(1, 2, 'ab cd', words)])
  expect(segments[0]!.words).toMatchObject([
    { start: 1, end: 1.2 },
    { start: 1.2, end: 2 },
  ])
})

test('words give a segment the times it lacks', () => {
  const words = [{ from: 0, to: 5, start: 1, end: 2 }]
  expect(timesOf(repairTimes([said(null, null, 'hello', words)]).segments)).toEqual([[1, 2]])
})

test('ten thousand repairs are one problem', () => {
  const { problems } = repairTimes(
    Array.from({ length: 10_000 }, (_, at) => said(at + 2, at + 1)),
    (at) => at + 1,
  )
  expect(problems).toHaveLength(1)
  expect(problems[0]!.message).toBe(
    '10,000 segments end before they begin (lines 1, 2, 3 and 9,997 more); each now lasts until the next one.',
  )
})

test('no segment is dropped, and all that have times can be played', () => {
  const times = fc.option(fc.oneof(fc.double(), fc.integer({ min: -3, max: 20 })))
  const words = fc.array(
    fc.record({
      from: fc.nat(6),
      to: fc.nat(6),
      start: fc.double(),
      end: fc.integer({ min: -3, max: 20 }),
    }),
    { maxLength: 4 },
  )
  const segments = fc.array(
    fc.tuple(times, times, words).map(([start, end, words]) => said(start, end, 'hello', words)),
  )
  fc.assert(
    fc.property(segments, (broken) => {
      const { segments } = repairTimes(broken)
      expect(segments).toHaveLength(broken.length)
      let last = 0
      for (const { start, end, words } of segments) {
        if (start === null || end === null) continue
        expect(start).toBeGreaterThanOrEqual(last)
        expect(end).toBeGreaterThan(start)
        last = start
        let time = start
        let offset = 0
        for (const word of words) {
          expect(word.from).toBeGreaterThanOrEqual(offset)
          expect(word.start).toBeGreaterThanOrEqual(time)
          expect(word.end).toBeLessThanOrEqual(end)
          time = word.end
          offset = word.to
        }
      }
    }),
  )
})

test.each([null, Number.NaN, Infinity])(
  'a word whose start is %s gets one in its segment',
  (start) => {
    const word = { from: 0, to: 5, start: start as number, end: 0.8 }
    const { segments } = repairTimes([said(0, 1.5, 'hello', [word])])
    for (const { start, end } of segments[0]!.words) {
      expect(Number.isFinite(start) && start >= 0 && start < end && end <= 1.5).toBe(true)
    }
  },
)
