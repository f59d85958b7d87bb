import { parseClockTime } from '../../parsing/cues/clock-time.ts'

export interface AudacityLabel {
  /** Seconds. */
  readonly start: number
  /** `null` for a label at a point, which has no length. */
  readonly end: number | null
  readonly text: string
}

/** Digits for the times: with the decimal comma of some countries too, but no clock times. */
const labelLine = /^([-−]?\d{1,12}(?:[.,]\d{1,15})?)\t([-−]?\d{1,12}(?:[.,]\d{1,15})?)(?:\t(.*))?$/

/** `start⇥end⇥text`, as Audacity exports labels; `null` for any other line. */
export function parseAudacityLabel(line: string): AudacityLabel | null {
  const found = labelLine.exec(line)
  if (found === null) return null
  const [, from = '', to = '', text = ''] = found
  const start = parseClockTime(from)
  const end = parseClockTime(to)
  return start === null ? null : { start, end: end === start ? null : end, text }
}

/** The second line of a label that marks frequencies: `\⇥low⇥high`, in hertz. */
export function isFrequencies(line: string): boolean {
  return line.startsWith('\\\t')
}
