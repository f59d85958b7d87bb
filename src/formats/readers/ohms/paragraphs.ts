import { findSpeakerPrefix, findSpeakerNames } from '#transcript/conventions/speaker-prefix.ts'

export interface OhmsParagraph {
  readonly text: string
  /** A time begins with it, seconds. */
  readonly start: number | null
}

/**
 * The lines of a transcript, as its times count them, joined into paragraphs: a new one after a blank line, where a
 * speaker’s name begins a line, and where a time does. `starts` are seconds by the index of the line.
 */
export function paragraphsOf(
  lines: readonly string[],
  starts: ReadonlyMap<number, number>,
): OhmsParagraph[] {
  const names = findSpeakerNames(lines)
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
    const isTurn = names.has(findSpeakerPrefix(line)?.name ?? '')
    if (begins !== undefined || isTurn || line.trim() === '') close()
    if (begins !== undefined) start = begins
    const plain = withoutMarks(line).trim()
    if (plain !== '') open.push(plain)
  }
  close()
  return paragraphs
}

/** The viewer takes these out: notes’ numbers, and times in braces. */
function withoutMarks(line: string): string {
  if (!/[[{]/.test(line)) return line
  return line
    .replace(/\[\[?footnote\]\]?\d{0,6}\[\[?\/footnote\]\]?/g, '')
    .replace(/\{[\d:]{1,12}\}/g, '')
}
