import { plainSigns } from '../../parsing/cues/plain-signs.ts'

/** The numbering of the cues so far, by which later numbers are recognised. */
export interface Numbering {
  /** The number of the cue before; 0 before the first. */
  readonly last: number
  /** The first cue has a number. */
  readonly isNumbered: boolean
}

export interface CueNumber {
  /** 0-based index of the first line that is not text; the timing line may be further down. */
  readonly at: number
  readonly number: number
}

/** Parses a line that contains only a number, perhaps with a sign as in `#2` and `2.`; `null` for any other line. */
export function numberIn(line: string): { number: number; isBare: boolean } | null {
  if (line.length > 30) return null
  if (/^\d{1,9}$/.test(line)) return { number: Number(line), isBare: true }
  const [, sign, digits, point] = /^\s*(#?)(\d{1,9})([.:)]?)\s*$/.exec(plainSigns(line)) ?? []
  if (digits === undefined) return null
  return { number: Number(digits), isBare: !sign && !point }
}

/**
 * Finds the number of the cue whose timing line is line `end`. The search begins at `begin`, where the text of the
 * previous cue begins. Returns `null` if a number there must be text.
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
    // a number directly below the times is the whole text of that cue; below other text, it is text if cues are not
    // numbered
    const isText = !countsOn && !isParted(at) && (at === begin || !numbering.isNumbered)
    if (isText) return null
    const isTwice = at > begin && isParted(at - 1) && numberIn(lines[at - 1]!)?.number === number
    return { at: isTwice ? at - 1 : at, number }
  }
  // blank lines between number and timing line: accepted only if the number is the next one and follows a blank line
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
 * Finds the line, from `begin` on, at which a file that was cut off has the number of its last cue, perhaps with part
 * of the timing line.
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
