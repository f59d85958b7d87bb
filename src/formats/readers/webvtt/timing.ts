import { readUsualTimestamp, usualTimestampLength } from '../../parsing/cues/usual-timestamp.ts'

export interface CueTiming {
  readonly start: number
  readonly end: number
}

// https://www.w3.org/TR/webvtt1/#collect-a-webvtt-timestamp
const timestamp = /(\d+):(\d{2})(?!\d)(?::(\d{2})(?!\d))?\.(\d{3})(?!\d)/y
const arrow = /[ \t\f]*-->[ \t\f]*/y
const blank = /[ \t\f]*/y
const usualArrow = ' --> '
const point = 0x2e

/**
 * Parses the timing line that begins at an offset, strictly by the specification. The settings after the times, which
 * position the cue on the picture, are ignored.
 */
export function parseStrictTiming(text: string, from = 0): CueTiming | null {
  const start = readUsualTimestamp(text, from, point)
  if (start !== null && text.startsWith(usualArrow, from + usualTimestampLength)) {
    const end = readUsualTimestamp(text, from + usualTimestampLength + usualArrow.length, point)
    if (end !== null) return { start, end }
  }
  return parseAnyTiming(text, from)
}

/** The seconds of the timestamp at the beginning of a text, whatever follows it. */
export function timestampAtStart(text: string): number | null {
  return readUsualTimestamp(text, 0, point) ?? readTimestamp(text, 0)?.seconds ?? null
}

function parseAnyTiming(text: string, from: number): CueTiming | null {
  const start = readTimestamp(text, skip(blank, text, from))
  if (start === null) return null
  const afterArrow = skip(arrow, text, start.next)
  if (afterArrow === start.next) return null
  const end = readTimestamp(text, afterArrow)
  return end === null ? null : { start: start.seconds, end: end.seconds }
}

function readTimestamp(text: string, at: number): { seconds: number; next: number } | null {
  timestamp.lastIndex = at
  const found = timestamp.exec(text)
  if (found === null) return null
  const [, first = '', second = '', third, fraction = ''] = found
  // two groups are minutes and seconds, and minutes need two digits
  if (third === undefined && (first.length !== 2 || Number(first) > 59)) return null
  const [hours, minutes, seconds] =
    third === undefined ? [0, first, second] : [first, second, third]
  if (Number(minutes) > 59 || Number(seconds) > 59) return null
  const whole = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
  // parsed as one decimal number, for the same reason
  return { seconds: Number(`${whole}.${fraction}`), next: timestamp.lastIndex }
}

function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : at
}
