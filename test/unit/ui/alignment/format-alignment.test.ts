import { expect, test } from 'vitest'
import type { AlignmentResult } from '#state/alignment.ts'
import { noTiming } from '#state/transcripts.ts'
import {
  formatBytes,
  formatMinutes,
  formatResult,
  formatTimeLeft,
} from '#ui/alignment/format-alignment.ts'
import { line } from '../../../support/transcripts.ts'

const timing = noTiming({ keepsRead: false })

test.each([
  [null, null],
  [3, 'less than a minute left'],
  [49, 'less than a minute left'],
  [61, 'about 2 minutes left'],
  [3600, 'about 1 hour left'],
  [4180, 'about 1 hour 10 minutes left'],
])('%s seconds are "%s"', (seconds, words) => {
  expect(formatTimeLeft(seconds)).toBe(words)
})

test.each([
  [0, '1 minute'],
  [60, '1 minute'],
  [7200, '2 hours'],
])('%i seconds of work are %s', (seconds, words) => {
  expect(formatMinutes(seconds)).toBe(words)
})

test.each([
  [200_000, '1 MB'],
  [36_400_000, '36 MB'],
])('%i bytes are %s', (bytes, words) => {
  expect(formatBytes(bytes)).toBe(words)
})

const timed = (tally: { sure: number; unsure: number; notHeard: number }): AlignmentResult => ({
  kind: 'timed',
  method: 'heard',
  ...tally,
})

test.each([
  [timed({ sure: 1, unsure: 0, notHeard: 0 }), 'The word was found.'],
  [timed({ sure: 1200, unsure: 10, notHeard: 0 }), 'All 1,210 words were found.'],
  [timed({ sure: 0, unsure: 0, notHeard: 1 }), '0 of 1 word found.'],
  [
    { ...timed({ sure: 0, unsure: 9, notHeard: 0 }), method: 'estimated' as const },
    'There is no speech model for this language. The times are estimated, and off by seconds.',
  ],
  [
    { kind: 'compared' as const, timing, compared: 1, notHeard: 0, off: [{ line: 0, by: 0.6 }] },
    '1 of 1 line begins more than half a second away from where it is heard; the farthest is 0.6 s early, at 0:05.',
  ],
  [
    { kind: 'compared' as const, timing, compared: 9, notHeard: 1200, off: [{ line: 0, by: 0.6 }] },
    '1 of 9 lines begins more than half a second away from where it is heard; the farthest is 0.6 s early, at 0:05. 1,200 lines were not heard, and would have no time.',
  ],
  [
    { kind: 'compared' as const, timing, compared: 9, notHeard: 1, off: [] },
    'The timing is right: none of 9 lines begins more than half a second away from where it is heard.',
  ],
  [
    { kind: 'compared' as const, timing, compared: 0, notHeard: 10, off: [] },
    'No line could be compared, because none was found with certainty.',
  ],
  [
    { kind: 'drafted' as const, words: 1210 },
    'The draft has 1,210 words. Names and rare words may be wrong.',
  ],
])('a result is said in words: %#', (result, words) => {
  expect(formatResult(result, { isPart: false, lines: [line(5, 6)] })).toBe(words)
})
