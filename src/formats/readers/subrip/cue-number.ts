import { plainSigns } from '../../parsing/cues/plain-signs.ts'

/** What the numbers of the cues so far say of the ones to come. */
export interface Numbering {
  /** The number of the cue before; 0 before the first. */
  readonly last: number
  /** The first cue has a number. */
  readonly isNumbered: boolean
}

export interface CueNumber {
  /** 0-based, of the first line that is no text; the cue's times may stand further down. */
  readonly at: number
  readonly number: number
}

/** The number a line holds and nothing else, or with a sign as in `#2` and `2.`; `null` where it holds more. */
export function numberIn(line: string): { number: number; isBare: boolean } | null {
  if (line.length > 30) return null
  if (/^\d{1,9}$/.test(line)) return { number: Number(line), isBare: true }
  const [, sign, digits, point] = /^\s*(#?)(\d{1,9})([.:)]?)\s*$/.exec(plainSigns(line)) ?? []
  if (digits === undefined) return null
  return { number: Number(digits), isBare: !sign && !point }
}

/**
 * The number of the cue whose timing stands at line `end`, looked for down from `begin`, where the text of the
 * cue before begins. A number can be text as well: `null` where it must be.
 */
export function findCueNumber(
  lines: readonly string[],
  { begin, end }: { begin: number; end: number },
  numbering: Numbering,
): CueNumber | null {
  if (end === begin) return null
  const isParted = (at: number) => (at === begin ? begin === 0 : isBlank(lines[at - 1]!))
  const next = numbering.last + 1
  const above = numberIn(lines[end - 1]!)
  if (above !== null) {
    const { number, isBare } = above
    const countsOn = number === next
    const at = end - 1
    if (!isBare) return countsOn && isParted(at) ? { at, number } : null
    // directly below its times it is all the cue says; below other text, who numbers no cue means no number
    const isText = !countsOn && !isParted(at) && (at === begin || !numbering.isNumbered)
    if (isText) return null
    const isTwice = at > begin && isParted(at - 1) && numberIn(lines[at - 1]!)?.number === number
    return { at: isTwice ? at - 1 : at, number }
  }
  // blank lines between number and times: then only where it counts on, and a blank line stands before
  let at = end - 1
  while (at >= begin && isBlank(lines[at]!)) at -= 1
  if (at < begin || at === end - 1) return null
  const far = numberIn(lines[at]!)
  const isFirst = at === begin
  return far?.isBare && far.number === next && (isFirst || isParted(at))
    ? { at, number: far.number }
    : null
}

/**
 * The line, from `begin` on, where a file that was cut off says the number of its last cue, and perhaps a part of
 * its times.
 */
export function findCutOff(
  lines: readonly string[],
  begin: number,
  numbering: Numbering,
): number | null {
  let end = lines.length
  while (end > begin && isBlank(lines[end - 1]!)) end -= 1
  const last = lines[end - 1]
  const isTime = last !== undefined && last.length <= 40 && /^\s*\d[\d\s:.,>-]*$/.test(last)
  for (const at of isTime ? [end - 1, end - 2] : []) {
    if (at <= begin || !isBlank(lines[at - 1]!)) continue
    const found = numberIn(lines[at]!)
    if (found?.isBare && found.number === numbering.last + 1) return at
  }
  return null
}

function isBlank(line: string): boolean {
  return line.trim() === ''
}
