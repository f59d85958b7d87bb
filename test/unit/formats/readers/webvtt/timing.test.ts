import { expect, test } from 'vitest'
import { parseStrictTiming, timestampAtStart } from '#formats/readers/webvtt/timing.ts'

test.each([
  ['00:01.000 --> 00:02.500', { start: 1, end: 2.5 }],
  ['100:00:00.000 --> 100:00:01.000', { start: 360_000, end: 360_001 }],
  ['\t00:01.000-->00:02.000', { start: 1, end: 2 }],
  ['00:01.000 --> 00:02.000 align:start', { start: 1, end: 2 }],
  ['00:01.000 --> 00:02.000align:start', { start: 1, end: 2 }],
])('%j is %o', (line, timing) => {
  expect(parseStrictTiming(line)).toEqual(timing)
})

test.each([
  '0:01.000 --> 00:02.000',
  '00:01,000 --> 00:02,000',
  '00:01.0000 --> 00:02.000',
  '00:60.000 --> 01:00.000',
  '00:00:61.000 --> 00:02.000',
  '00:01.000 -> 00:02.000',
  '60:00.000 --> 61:00.000',
])('%j is none by the specification', (line) => {
  expect(parseStrictTiming(line)).toBeNull()
})

test('a timestamp in a cue has three digits behind its point', () => {
  expect(timestampAtStart('00:00:01.500')).toBe(1.5)
  expect(timestampAtStart('00:00:01.500 ')).toBe(1.5)
  expect(timestampAtStart('00:00:01.5000')).toBeNull()
})
