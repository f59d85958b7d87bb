import { findLabels } from '../../parsing/speakers/find-labels.ts'

export interface OhmsParagraph {
  readonly text: string
  /** The time at its beginning, seconds. */
  readonly start: number | null
}

/**
 * Joins the lines of a transcript into paragraphs. A new one begins after a blank line, at a speaker's name, and at a
 * time. `starts` are seconds by line index.
 */
export function paragraphsOf(
  lines: readonly string[],
  starts: ReadonlyMap<number, number>,
): OhmsParagraph[] {
  const labels = findLabels(lines, { isProse: true })
  const paragraphs: OhmsParagraph[] = []
  let open: string[] = []
  let start: number | null = null
  const close = () => {
    if (open.length === 0) return
    paragraphs.push({ text: open.join(' '), start })
    open = []
    start = null
  }
  for (const [index, line] of lines.entries()) {
    const begins = starts.get(index)
    const isTurn = labels.labelOf(line) !== null
    if (begins !== undefined || isTurn || line.trim() === '') close()
    if (begins !== undefined) start = begins
    const plain = withoutMarks(line).trim()
    if (plain !== '') open.push(plain)
  }
  close()
  return paragraphs
}

/** Removes footnote numbers and times in braces, as the OHMS viewer does. */
function withoutMarks(line: string): string {
  if (!/[[{]/.test(line)) return line
  return line
    .replace(/\[\[?footnote\]\]?\d{0,6}\[\[?\/footnote\]\]?/g, '')
    .replace(/\{[\d:]{1,12}\}/g, '')
}
