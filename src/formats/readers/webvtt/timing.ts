export interface CueTiming {
  readonly start: number
  readonly end: number
}

// https://www.w3.org/TR/webvtt1/#collect-a-webvtt-timestamp
const timestamp = /(\d+):(\d{2})(?!\d)(?::(\d{2})(?!\d))?\.(\d{3})(?!\d)/y
const arrow = /[ \t\f]*-->[ \t\f]*/y
const blank = /[ \t\f]*/y

/** A cue's times by the letter of the specification; its settings, which place it on a picture, are not read. */
export function parseStrictTiming(line: string): CueTiming | null {
  const start = readTimestamp(line, skip(blank, line, 0))
  if (start === null) return null
  const afterArrow = skip(arrow, line, start.next)
  if (afterArrow === start.next) return null
  const end = readTimestamp(line, afterArrow)
  return end === null ? null : { start: start.seconds, end: end.seconds }
}

/** The seconds of the timestamp that a text begins with, whatever stands behind it. */
export function timestampAtStart(text: string): number | null {
  return readTimestamp(text, 0)?.seconds ?? null
}

interface ReadTimestamp {
  readonly seconds: number
  readonly next: number
}

function readTimestamp(text: string, at: number): ReadTimestamp | null {
  return readUsualTimestamp(text, at) ?? readAnyTimestamp(text, at)
}

const usualShape = 'dd:dd:dd.ddd'

/** `00:00:00.000`, digit by digit: a file of 100,000 words has as many of these, and few others. */
function readUsualTimestamp(text: string, at: number): ReadTimestamp | null {
  let digits = 0
  for (let offset = 0; offset < usualShape.length; offset++) {
    const sign = text.charCodeAt(at + offset)
    const wanted = usualShape.charCodeAt(offset)
    const isDigit = sign >= 48 && sign <= 57
    if (wanted === 100 ? !isDigit : sign !== wanted) return null
    if (wanted === 100) digits = digits * 10 + (sign - 48)
  }
  const next = at + usualShape.length
  const after = text.charCodeAt(next)
  const minutes = Math.floor(digits / 100_000) % 100
  const seconds = Math.floor(digits / 1000) % 100
  if ((after >= 48 && after <= 57) || minutes > 59 || seconds > 59) return null
  const hours = Math.floor(digits / 10_000_000)
  // One division, rounded once, or 4.56 becomes 4.5600000000000005.
  return { seconds: ((hours * 60 + minutes) * 60_000 + (digits % 100_000)) / 1000, next }
}

function readAnyTimestamp(text: string, at: number): ReadTimestamp | null {
  timestamp.lastIndex = at
  const found = timestamp.exec(text)
  if (found === null) return null
  const [, first = '', second = '', third, fraction = ''] = found
  // two groups are minutes and seconds, and minutes have two digits
  if (third === undefined && (first.length !== 2 || Number(first) > 59)) return null
  const [hours, minutes, seconds] =
    third === undefined ? [0, first, second] : [first, second, third]
  if (Number(minutes) > 59 || Number(seconds) > 59) return null
  const whole = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
  // as one decimal number, or 4.56 becomes 4.5600000000000005
  return { seconds: Number(`${whole}.${fraction}`), next: timestamp.lastIndex }
}

function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : at
}
