export interface LooseTiming {
  readonly start: number
  readonly end: number
  /** What stands behind the times: settings, coordinates, or text. */
  readonly rest: string
  /** Written in a way no format knows: another arrow, full-width signs. */
  readonly odd: boolean
}

const timePattern =
  /\s*([-−]?)(\d+)(?:\s?([:：])\s?(\d+))?(?:\s?([:：])\s?(\d+))?(?:\s?([.,:，．。：])\s?(\d+))?/y
const arrowPattern = /\s*(?:(--+>)|-{1,3}\s?-?\s?>|[–—−]+\s?>|→|--&gt;)/y

/**
 * The times of a line that means to be a cue's: `1:02,5 -> 1:03,5` too. A fraction's digits are tenths,
 * hundredths, thousandths; minutes or hours may be missing. `null` where the line is something else.
 */
export function parseLooseTiming(line: string): LooseTiming | null {
  // most lines are text: a time needs a digit, and an arrow one of these
  if (!/[>→]|&gt;/.test(line) || !/^\s*[-−]?\d/.test(line)) return null
  const start = readTime(line, 0)
  if (start === null) return null
  arrowPattern.lastIndex = start.next
  const arrow = arrowPattern.exec(line)
  if (arrow === null) return null
  const end = readTime(line, arrowPattern.lastIndex)
  if (end === null) return null
  const isUsualArrow = arrow[1] !== undefined
  // `1 --> 2` and `0.5 -> 1` may be text
  if (!(start.hasColon && end.hasColon) && !(isUsualArrow && start.isTime && end.isTime))
    return null
  const rest = line.slice(end.next)
  if (rest.includes('-->') || /^[\w:]/.test(rest)) return null
  return { start: start.time, end: end.time, rest, odd: arrow[1] !== '-->' || start.odd || end.odd }
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
  const [whole, minus, first, colon, second, , third, point, fraction] = found
  // 00:00:01:500, but not 00:01:02 where the last group is seconds
  const units = [first, second, third].filter((unit) => unit !== undefined)
  let time = 0
  for (const unit of units) time = time * 60 + Number(unit)
  if (fraction !== undefined) time = Number(`${time}.${fraction}`)
  return {
    time: minus === '' ? time : -time,
    next: timePattern.lastIndex,
    hasColon: colon !== undefined,
    isTime: colon !== undefined || fraction !== undefined,
    odd: /[：，．。]/.test(whole) || (point === ':' && fraction !== undefined),
  }
}
