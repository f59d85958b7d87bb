export interface FramedLine {
  /** Frames from the beginning of the film. */
  readonly start: number
  /** `null` if it is missing. */
  readonly end: number | null
  readonly text: string
}

/** Parses `{12}{48}text`; `null` for any other line. */
export function parseFramedLine(line: string): FramedLine | null {
  const found = /^\s{0,9}\{(\d{1,12})\}\s{0,9}\{(\d{0,12})\}(.*)$/.exec(line)
  if (found === null) return null
  const [, start = '', end = '', text = ''] = found
  return { start: Number(start), end: end === '' ? null : Number(end), text }
}

/** The frame rate in a line such as `{1}{1}23.976`, frames per second. */
export function frameRateIn({ start, end, text }: FramedLine): number | null {
  if (start > 1 || (end ?? start) > 1 || !/^\s*\d{1,3}(?:[.,]\d{1,9})?\s*$/.test(text)) return null
  const rate = Number(text.replace(',', '.'))
  return rate > 3 && rate < 100 ? rate : null
}

/** Converts a line's text: `|` is a line break; codes such as `{y:i}` and a leading `/` are formatting. */
export function removeCodes(text: string): string {
  return text
    .replace(/\{[a-z]:[^{}]*\}/gi, '')
    .split('|')
    .map((line) => line.replace(/^\s*\/(?=\S)/, ''))
    .join('\n')
}
