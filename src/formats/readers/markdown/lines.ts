import type { ProseLine } from '../../parsing/prose/line.ts'
import { removeHidden } from './html.ts'
import { definition, plainInline } from './inline.ts'

export interface MarkdownLine extends ProseLine {
  /** Heading level, 1 to 6. */
  readonly level?: number
}

export interface MarkdownLines {
  readonly lines: readonly MarkdownLine[]
  /** How many frames, scripts, and pictures without alternative text were removed. */
  readonly hidden: number
}

/** The lines of a Markdown text as prose, beginning at line `first` (0-based). */
export function markdownLines(text: string, first: number): MarkdownLines {
  const clean = removeHidden(text)
  const written = clean.text.split('\n')
  const references = new Set(
    written.flatMap((line) => definition.exec(line)?.[1]?.toLowerCase() ?? []),
  )
  const lines: MarkdownLine[] = []
  let { hidden } = clean
  let fence: string | null = null
  const push = (content: string, line: number, level?: number) => {
    const parts = content.split(/<br\s*\/?>/i)
    for (const part of parts) {
      const plain = plainInline(part, references)
      hidden += plain.hidden
      lines.push({ text: plain.text, line, ...(level === undefined ? {} : heading(level)) })
    }
  }
  for (const [at, raw] of written.entries()) {
    if (at < first) continue
    const line = at + 1
    const mark = /^\s{0,3}(`{3,}|~{3,})/.exec(raw)?.[1]
    if (fence !== null || mark !== undefined) {
      const isFence = mark !== undefined && (fence === null || mark.startsWith(fence))
      lines.push({ text: isFence ? '' : raw, line })
      if (isFence) fence = fence === null ? mark : null
      continue
    }
    const content = stripBlockMarks(raw)
    const title = /^(#{1,6})\s+(\S.*)$/.exec(content)
    const last = lines.at(-1)
    if (/^(?:=+|-+)$/.test(content) && last !== undefined && last.text.trim() !== '') {
      // the underline of a setext heading
      lines[lines.length - 1] = { ...last, ...heading(content.startsWith('=') ? 1 : 2) }
    } else if (isLayout(content)) lines.push({ text: '', line })
    else if (title !== null) push(title[2]!.replace(/\s#+\s*$/, ''), line, title[1]!.length)
    else push(content, line)
  }
  return { lines, hidden }
}

function heading(level: number): Pick<MarkdownLine, 'isHeading' | 'level'> {
  return { isHeading: true, level }
}

/** Removes the marks of quotations, lists and table edges. */
function stripBlockMarks(line: string): string {
  const content = line.replace(/^(?:\s*>)+\s?/, '').trim()
  const item = /^[-*+]\s+(?:\[[ xX]\]\s+)?/.exec(content)
  if (item !== null && !isLayout(content)) return content.slice(item[0].length)
  const isRow = content.startsWith('|') && content.endsWith('|') && content.length > 1
  return isRow ? content.slice(1, -1).trim() : content
}

/** Whether a line is a thematic break, the delimiter row of a table, or a link definition. */
function isLayout(content: string): boolean {
  if (definition.test(content)) return true
  return /^[-*_|:=\s]+$/.test(content) && /[-*_=]{3}|(?:[-*_]\s+){2}[-*_]/.test(content)
}
