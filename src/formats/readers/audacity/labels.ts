import { parseClockTime } from '../../parsing/cues/clock-time.ts'

export interface AudacityLabel {
  /** Seconds. */
  readonly start: number
  /** `null` for a point label, which has no duration. */
  readonly end: number | null
  readonly text: string
}

/** Times are decimal numbers, in some countries with a decimal comma; never clock times. */
const labelLine = /^([-−]?\d{1,12}(?:[.,]\d{1,15})?)\t([-−]?\d{1,12}(?:[.,]\d{1,15})?)(?:\t(.*))?$/

/** Parses `start⇥end⇥text`, a line of Audacity's label export; `null` for any other line. */
export function parseAudacityLabel(line: string): AudacityLabel | null {
  const found = labelLine.exec(line)
  if (found === null) return null
  const [, from = '', to = '', text = ''] = found
  const start = parseClockTime(from)
  const end = parseClockTime(to)
  return start === null ? null : { start, end: end === start ? null : end, text }
}

/** Whether it is the second line of a label with frequencies: `\⇥low⇥high`, in hertz. */
export function isFrequencies(line: string): boolean {
  return line.startsWith('\\\t')
}
