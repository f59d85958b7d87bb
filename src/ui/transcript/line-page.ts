import type { AppFacts } from '#state/store.ts'
import type { Line } from '#transcript/line.ts'

/** The lines as they stand in the page. Everything that points into the text goes through here. */
export interface LinePage {
  readonly root: HTMLElement
  readonly lines: readonly Line[]
  paragraph(line: number): HTMLElement | null
  time(line: number): HTMLButtonElement | null
  /** The span `[from, to)` of a line's text. */
  range(line: number, span: { from: number; to: number }): Range | null
  /** Which line an element or text node belongs to. */
  lineOf(node: Node): number | null
  /** The text offset that a caret position in the page stands for; `null` outside the line's text. */
  offsetAt(node: Node, offset: number): { line: number; offset: number } | null
}

/** Whether the store's facts are about these lines. A view hears of the next document before it is taken away. */
export const isShown = ({ lines }: LinePage, { document }: AppFacts): boolean =>
  document.status === 'open' && document.lines === lines

export function createLinePage(root: HTMLElement, lines: readonly Line[]): LinePage {
  const paragraphs = Array.from(root.querySelectorAll<HTMLElement>('.transcript-line'))

  const textOf = (line: number): Text | null => {
    const last = paragraphs[line]?.lastChild
    return last instanceof Text ? last : null
  }
  const lineOf = (node: Node): number | null => {
    const element = node instanceof Element ? node : node.parentElement
    const paragraph = element?.closest<HTMLElement>('.transcript-line')
    return paragraph && root.contains(paragraph) ? Number(paragraph.dataset['line']) : null
  }

  return {
    root,
    lines,
    paragraph: (line) => paragraphs[line] ?? null,
    time: (line) => paragraphs[line]?.querySelector<HTMLButtonElement>('.transcript-time') ?? null,
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
