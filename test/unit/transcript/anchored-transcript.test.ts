import { expect, test } from 'vitest'
import { anchoredTranscript } from '#transcript/anchored-transcript.ts'
import type { Transcript } from '#transcript/transcript.ts'
import { segment, spoken, transcript } from '../../support/transcripts.ts'

const words = spoken('0 Good 0.4 morning 1 | 1 Hello 1.5 there 2 | 3 Yes 3.5')
const timesOf = ({ segments }: Transcript) =>
  segments.map(({ start, end, words }) => [start, end, words.map((word) => word.start)])
const anchored = (time: number, at = 1, text = words) =>
  timesOf(anchoredTranscript(text, [{ segment: at, offset: 0, time }]))

test('a line that starts later keeps its end, and the words that were before its start begin with it', () => {
  expect(anchored(1.6)).toEqual([
    [0, 1, [0, 0.4]],
    [1.6, 2, [1.6, 1.6]],
    [3, 3.5, [3]],
  ])
})

test('a line that starts earlier ends what touched it', () => {
  expect(anchored(0.8)).toEqual([
    [0, 0.8, [0, 0.4]],
    [0.8, 2, [0.8, 1.5]],
    [3, 3.5, [3]],
  ])
})

test('a line that starts after its end is moved whole', () => {
  expect(anchored(10)).toEqual([
    [0, 1, [0, 0.4]],
    [10, 11, [10, 10.5]],
    [3, 3.5, [3]],
  ])
})

test('a line without a time gets it, and ends before the next', () => {
  const text = transcript([
    segment('One.', 0, 1),
    segment('Two words.', null, null),
    segment('Three.', 2, 3),
  ])
  expect(anchored(1.8, 1, text)[1]).toEqual([1.8, 2, []])
  expect(anchored(1.2, 1, text)[1]![0]).toBe(1.2)
})

test('a line in the middle of a segment starts with its word', () => {
  const text = anchoredTranscript(words, [{ segment: 1, offset: 6, time: 1.8 }])
  expect(timesOf(text)[1]).toEqual([1, 2, [1, 1.8]])
  expect(text.segments[1]!.words[0]!.end).toBe(1.5)
})

test('a text without times, or without anchors, stays the same', () => {
  const untimed = transcript([segment('One.', null, null)])
  expect(anchoredTranscript(untimed, [{ segment: 0, offset: 0, time: 4 }])).toBe(untimed)
  expect(anchoredTranscript(words, [])).toBe(words)
})
