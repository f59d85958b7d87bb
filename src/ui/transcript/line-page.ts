import type { AppFacts } from '#state/store.ts'
import type { Line } from '#transcript/line.ts'

/** Maps lines and text offsets to elements and ranges of the page, and back. */
export interface LinePage {
  readonly root: HTMLElement
  readonly lines: readonly Line[]
  paragraph(line: number): HTMLElement | null
  time(line: number): HTMLButtonElement | null
  /** The span `[from, to)` of a line's text. */
  range(line: number, span: { from: number; to: number }): Range | null
  /** The line that contains a node. */
  lineOf(node: Node): number | null
  /** The text offset of a caret position; `null` outside of a line's text. */
  offsetAt(node: Node, offset: number): { line: number; offset: number } | null
}

/** Whether the store still shows these lines. A view is notified of the next transcript before it unmounts. */
export const isShown = ({ lines }: LinePage, { document }: AppFacts): boolean =>
  document.status !== 'none' && document.lines === lines

export function createLinePage(root: HTMLElement, lines: readonly Line[]): LinePage {
  let paragraphs: readonly HTMLElement[] = []

  /** Lines are drawn from the first to the last; those of a long text not all at once. */
  const paragraph = (line: number): HTMLElement | null => {
    if (paragraphs.length <= line && paragraphs.length < lines.length) {
      paragraphs = Array.from(root.querySelectorAll<HTMLElement>('.transcript-line'))
    }
    return paragraphs[line] ?? null
  }
  const textOf = (line: number): Text | null => {
    const last = paragraph(line)?.lastChild
    return last instanceof Text ? last : null
  }
  const lineOf = (node: Node): number | null => {
    const element = node instanceof Element ? node : node.parentElement
    const closest = element?.closest<HTMLElement>('.transcript-line')
    return closest && root.contains(closest) ? Number(closest.dataset['line']) : null
  }

  return {
    root,
    lines,
    paragraph,
    time: (line) => paragraph(line)?.querySelector<HTMLButtonElement>('.transcript-time') ?? null,
    range(line, { from, to }) {
      const text = textOf(line)
      if (!text) return null
      const range = root.ownerDocument.createRange()
      range.setStart(text, Math.min(from, text.length))
      range.setEnd(text, Math.min(to, text.length))
      return range
    },
    lineOf,
    offsetAt(node, offset) {
      const line = lineOf(node)
      return line !== null && textOf(line) === node ? { line, offset } : null
    },
  }
}
