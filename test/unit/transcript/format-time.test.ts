import { expect, test } from 'vitest'
import { formatClockTime, parseTime, formatSpokenTime } from '#transcript/format-time.ts'

test.each([
  [0, '0:00', '0 seconds'],
  [83.9, '1:23', '1 minute 23 seconds'],
  [3600, '1:00:00', '1 hour'],
  [3723, '1:02:03', '1 hour 2 minutes 3 seconds'],
  [-1, '0:00', '0 seconds'],
  [Number.NaN, '0:00', '0 seconds'],
])('%d seconds are %s on a clock and "%s" aloud', (seconds, clock, aloud) => {
  expect(formatClockTime(seconds)).toBe(clock)
  expect(formatSpokenTime(seconds)).toBe(aloud)
})

test.each([
  ['83.5', 83.5],
  ['1:23', 83],
  ['1:02:03.5', 3723.5],
  ['npt:10', 10],
  ['12s', 12],
  ['1e309', null],
  ['-5', null],
  ['', null],
  ['soon', null],
])('"%s" as a time is %s', (written, seconds) => {
  expect(parseTime(written)).toBe(seconds)
})
