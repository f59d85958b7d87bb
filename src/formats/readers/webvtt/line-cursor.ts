/**
 * The current line of a text, as offsets. The cursor creates no strings: in a file with a million lines, creating them
 * takes longer than reading the cues.
 */
export interface LineCursor {
  readonly text: string
  /** Offsets of the line in the text, half open, without its line break. */
  from: number
  to: number
  /** 1-based. */
  number: number
  /** Offset of the first `-->` at or after `from`; infinite if there is none. */
  arrow: number
  /** The cursor is past the last line. */
  isPast: boolean
}

/** A cursor on the first line of a text that has `\n` as line break. */
export function firstLine(text: string): LineCursor {
  return {
    text,
    from: 0,
    to: endOfLine(text, 0),
    number: 1,
    arrow: nextArrow(text, 0),
    isPast: false,
  }
}

export function moveToNextLine(line: LineCursor): void {
  const from = line.to + 1
  if (from > line.text.length) {
    line.isPast = true
    return
  }
  line.from = from
  line.to = endOfLine(line.text, from)
  line.number += 1
  if (line.arrow < from) line.arrow = nextArrow(line.text, from)
}

export function hasArrow(line: LineCursor): boolean {
  return line.arrow < line.to
}

export function isEmptyLine(line: LineCursor): boolean {
  return line.from === line.to
}

export function lineText(line: LineCursor): string {
  return line.text.slice(line.from, line.to)
}

/** Counts the lines that contain `-->`. */
export function countLinesWithArrow(text: string): number {
  let count = 0
  for (let at = text.indexOf('-->'); at !== -1; at = text.indexOf('-->', endOfLine(text, at))) {
    count += 1
  }
  return count
}

function endOfLine(text: string, from: number): number {
  const found = text.indexOf('\n', from)
  return found === -1 ? text.length : found
}

function nextArrow(text: string, from: number): number {
  const found = text.indexOf('-->', from)
  return found === -1 ? Infinity : found
}
