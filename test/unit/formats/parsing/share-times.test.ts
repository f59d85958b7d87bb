import { expect, test } from 'vitest'
import type { ParsedSegment } from '#formats/parsing/parsed-transcript.ts'
import { shareTimes } from '#formats/parsing/share-times.ts'

const cue = (text: string, start: number, end: number): ParsedSegment => ({
  text,
  start,
  end,
})

test('cues without a duration share the time of the one behind them, by their letters', () => {
  const { segments, problems } = shareTimes([cue('ab', 1, 1), cue('cd', 1, 1), cue('efgh', 1, 3)])
  expect(segments.map(({ start, end }) => [start, end])).toEqual([
    [1, 1.5],
    [1.5, 2],
    [2, 3],
  ])
  expect(problems).toMatchObject([{ code: 'times-shared' }])
})

test('cues that begin at different times are left as they are, the same array', () => {
  const segments = [cue('a', 0, 1), cue('b', 1, 2)]
  expect(shareTimes(segments)).toEqual({ segments, problems: [] })
  expect(shareTimes(segments).segments).toBe(segments)
})

test('a quarter of a million cues at one time are no more arguments than a call can have', () => {
  const many = Array.from({ length: 250_000 }, () => cue('a', 1, 2))
  expect(shareTimes(many).segments).toHaveLength(250_000)
})
