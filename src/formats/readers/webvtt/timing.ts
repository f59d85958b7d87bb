export interface CueTiming {
  readonly start: number
  readonly end: number
}

// https://www.w3.org/TR/webvtt1/#collect-a-webvtt-timestamp
const timestamp = /(\d+):(\d{2})(?!\d)(?::(\d{2})(?!\d))?\.(\d{3})(?!\d)/y
const arrow = /[ \t\f]*-->[ \t\f]*/y
const blank = /[ \t\f]*/y

/**
 * Parses the timing line that begins at an offset, strictly by the specification. The settings after the times, which
 * position the cue on the picture, are ignored.
 */
export function parseStrictTiming(text: string, from = 0): CueTiming | null {
  const start = usualTimestamp(text, from)
  if (start !== null && text.startsWith(usualArrow, from + usualShape.length)) {
    const end = usualTimestamp(text, from + usualShape.length + usualArrow.length)
    if (end !== null) return { start, end }
  }
  return parseAnyTiming(text, from)
}

/** The seconds of the timestamp at the beginning of a text, whatever follows it. */
export function timestampAtStart(text: string): number | null {
  return usualTimestamp(text, 0) ?? readTimestamp(text, 0)?.seconds ?? null
}

const usualShape = 'dd:dd:dd.ddd'
const usualArrow = ' --> '

/** The seconds of `00:00:00.000`, the notation of nearly all timestamps, read digit by digit; `null` for any other. */
function usualTimestamp(text: string, at: number): number | null {
  let digits = 0
  for (let offset = 0; offset < usualShape.length; offset++) {
    const sign = text.charCodeAt(at + offset)
    const wanted = usualShape.charCodeAt(offset)
    const isDigit = sign >= 48 && sign <= 57
    if (wanted === 100 ? !isDigit : sign !== wanted) return null
    if (wanted === 100) digits = digits * 10 + (sign - 48)
  }
  const after = text.charCodeAt(at + usualShape.length)
  const minutes = Math.floor(digits / 100_000) % 100
  const seconds = Math.floor(digits / 1000) % 100
  if ((after >= 48 && after <= 57) || minutes > 59 || seconds > 59) return null
  const hours = Math.floor(digits / 10_000_000)
  // a single division: adding the fraction would make 4.5600000000000005 of 4.56
  return ((hours * 60 + minutes) * 60_000 + (digits % 100_000)) / 1000
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
