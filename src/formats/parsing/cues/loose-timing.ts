import { plainSigns } from './plain-signs.ts'
import { readUsualTimestamp, usualTimestampLength } from './usual-timestamp.ts'

export interface LooseTiming {
  readonly start: number
  readonly end: number
  /** The rest of the line after the times: settings, coordinates, or text. */
  readonly rest: string
  /** Not valid in any format: another arrow, or full-width characters. */
  readonly odd: boolean
}

const timePattern =
  /\s*(-?)(\d+)(?:\s?:\s?(-?)(\d+))?(?:\s?:\s?(-?)(\d+))?(?:\s?([.,:;])\s?(-?)(\d+)(?:(?<=[.,:;]\d{3})[.,](\d+))?)?/y
const arrowPattern = /\s*(?:(--+>)(?!>)|[-=](?:\s?[-=]){0,9}\s?>{1,2}|[→⇒⟶]|--?&gt;)/y
/** A cue number on the same line as the times. */
const numberPattern = /\s*\d{1,9}[.):]?\s+(?=\d+:\d+[:.,])/y

/**
 * Parses a timing line leniently: `1:02,5 -> 1:03,5` is accepted. One, two or three digits of a fraction are tenths,
 * hundredths or thousandths; minutes or hours may be missing. Returns `null` if the line is not a timing line.
 */
export function parseLooseTiming(line: string): LooseTiming | null {
  const usual = parseUsualTiming(line)
  if (usual !== null) return usual
  // fast rejection: most lines are text, and a timing line contains an arrow
  if (!/[>＞→⇒⟶]|&gt;/.test(line)) return null
  const signs = plainSigns(line)
  // and begins with a digit
  if (!/^\s*-?\d/.test(signs)) return null
  const plain = withColons(signs)
  const times = readTimes(plain, 0) ?? readTimes(plain, skipNumber(plain))
  if (times === null) return null
  const { start, end, arrow } = times
  const hasColons = start.hasColon && end.hasColon
  // `1 --> 2` and `0.5 -> 1` may be text
  if (!hasColons && !(/^--+>$/.test(arrow) && start.isTime && end.isTime)) return null
  const rest = line.slice(end.next)
  // of `00:00:04,1e3` nobody can say what was meant
  const isGlued = hasColons ? /^(?:[\d:]|e[-+]?\d)/i.test(rest) : /^[\w:]/.test(rest)
  if (isGlued || rest.includes('-->')) return null
  const isUsual = arrow === '-->' && times.from === 0 && !start.odd && !end.odd
  const asWritten = plain === line || line.startsWith(plain.slice(0, end.next))
  return { start: start.time, end: end.time, rest, odd: !isUsual || !asWritten }
}

const usualArrow = ' --> '

/** `00:00:01,000 --> 00:00:02,000` and nothing else, also with points: nearly all timing lines, without a pattern. */
function parseUsualTiming(line: string): LooseTiming | null {
  if (line.length !== 2 * usualTimestampLength + usualArrow.length) return null
  if (!line.startsWith(usualArrow, usualTimestampLength)) return null
  const point = line.charCodeAt(usualTimestampLength - 4)
  if (point !== comma && point !== dot) return null
  const start = readUsualTimestamp(line, 0, point)
  const end = readUsualTimestamp(line, usualTimestampLength + usualArrow.length, point)
  return start === null || end === null ? null : { start, end, rest: '', odd: false }
}

const comma = 0x2c
const dot = 0x2e

/**
 * The start time of a line that has no time after its arrow, but nothing or a number with an exponent:
 * `00:00:01,000 -->`; `null` for any other line.
 */
export function parseOpenTiming(line: string): number | null {
  if (!line.includes('-->') || line.length > 100) return null
  const start = readTime(line, 0)
  if (!start?.hasColon) return null
  const rest = line.slice(start.next)
  return /^\s*--+>\s*(?:[\d:.,]+e[-+]?\d+)?\s*$/i.test(rest) ? start.time : null
}

/** Converts `00.00.02,000`, which is found in hand-made files. */
function withColons(line: string): string {
  return line.replace(/(\d)\.(\d\d)\.(\d\d)(?=[.,:;]\d)/g, '$1:$2:$3')
}

function skipNumber(line: string): number {
  numberPattern.lastIndex = 0
  return numberPattern.test(line) ? numberPattern.lastIndex : 0
}

function readTimes(line: string, from: number) {
  const start = readTime(line, from)
  if (start === null) return null
  arrowPattern.lastIndex = start.next
  const arrow = arrowPattern.exec(line)
  if (arrow === null) return null
  const end = readTime(line, arrowPattern.lastIndex)
  return end === null ? null : { from, start, end, arrow: arrow[1] ?? arrow[0].trim() }
}

interface ReadTime {
  readonly time: number
  readonly next: number
  readonly hasColon: boolean
  readonly isTime: boolean
  readonly odd: boolean
}

function readTime(line: string, at: number): ReadTime | null {
  timePattern.lastIndex = at
  const found = timePattern.exec(line)
  if (found === null) return null
  // accepts 00:00:01:500, but not 00:01:02, where the last group is seconds
  const [, minus, first, minus2, second, minus3, third, point, minus4, fraction, beyond] = found
  const units = [first, second, third].filter((unit) => unit !== undefined)
  let time = 0
  for (const unit of units) time = time * 60 + Number(unit)
  if (fraction !== undefined) {
    // milliseconds as some programs compute them: `00:00:01,310.0999999999999`
    const exact = Number(`${time}.${fraction}${beyond ?? ''}`)
    time = beyond === undefined ? exact : Number(exact.toFixed(3))
  }
  // shifting cues to before zero makes some tools write 00:00:-01,-500
  const isNegativeInside = Boolean(minus2 || minus3 || minus4)
  return {
    time: minus || isNegativeInside ? -time : time,
    next: timePattern.lastIndex,
    hasColon: second !== undefined,
    isTime: second !== undefined || fraction !== undefined,
    odd: isNegativeInside || point === ':' || point === ';' || beyond !== undefined,
  }
}
