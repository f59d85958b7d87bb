import { findPrefix, findSpeakerNames } from '../speakers/speaker-prefix.ts'

export interface Paragraph {
  readonly text: string
  /** 1-based, where it begins. */
  readonly line: number
}

/**
 * A text's paragraphs: between blank lines, or line by line where there are none. A heading stands
 * alone, and so does each turn of a speaker whose name begins a line.
 */
export function splitParagraphs(text: string): Paragraph[] {
  const lines = text.split('\n')
  const hasBlankLines = /\n[^\S\n]*\n/.test(text.trim())
  const names = findSpeakerNames(lines)
  const paragraphs: Paragraph[] = []
  let open: string[] = []
  let begin = 0
  const close = () => {
    if (open.length > 0) paragraphs.push({ text: open.join('\n'), line: begin + 1 })
    open = []
  }
  for (const [at, line] of lines.entries()) {
    if (line.trim() === '') {
      close()
      continue
    }
    const heading = /^\s{0,3}#{1,6}\s+(\S.*)$/.exec(line)
    if (heading !== null) {
      close()
      paragraphs.push({ text: heading[1]!.replace(/\s#+\s*$/, ''), line: at + 1 })
      continue
    }
    if (!hasBlankLines || names.has(findPrefix(line)?.name ?? '')) close()
    if (open.length === 0) begin = at
    open.push(line)
  }
  close()
  return paragraphs
}
