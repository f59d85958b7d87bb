import type { Speaker } from '#transcript/transcript.ts'
import type { LinePage } from './line-page.ts'

/**
 * Copied text has no times: a paragraph a line, each with its speaker where the selection holds the name.
 * Only where the selection lies wholly in the transcript, or is everything.
 */
export function copyWithoutTimes(
  page: LinePage,
  speakers: readonly Speaker[],
  signal: AbortSignal,
) {
  const { ownerDocument } = page.root
  ownerDocument.addEventListener(
    'copy',
    (event) => {
      const selection = ownerDocument.getSelection()
      if (!selection || selection.isCollapsed || !event.clipboardData) return
      if (ownerDocument.activeElement?.matches('input, textarea')) return
      const range = selection.getRangeAt(0)
      if (!isOurs(range, page)) return
      const text = textWithoutTimes(page, speakers, range)
      if (text === '') return
      event.clipboardData.setData('text/plain', text)
      event.preventDefault()
    },
    { signal },
  )
}

/** A selection that reaches out of the transcript is the browser's to copy, save when it is everything. */
const isOurs = (range: Range, { root, lines, paragraph }: LinePage) =>
  root.contains(range.commonAncestorContainer) ||
  [paragraph(0), paragraph(lines.length - 1)].every(
    (end) => end !== null && range.intersectsNode(end),
  )

/** The words in a range, and the chapters, a paragraph each; speakers where the range holds their name. */
export function textWithoutTimes(
  page: LinePage,
  speakers: readonly Speaker[],
  range: Range,
): string {
  const holds = (node: Node | null) => node !== null && range.intersectsNode(node)
  const paragraphs = Array.from(page.root.querySelectorAll('h3, .transcript-line'), (element) => {
    if (!holds(element)) return ''
    const text = textInRange(element.lastChild, range)
    const index = page.lineOf(element)
    if (text === '' || index === null || !holds(element.querySelector('.transcript-speaker')))
      return text
    const name = speakers.find(({ id }) => id === page.lines[index]!.speaker)?.name
    return name === undefined ? text : `${name}: ${text}`
  })
  return paragraphs.filter((text) => text !== '').join('\n\n')
}

function textInRange(node: Node | null, range: Range): string {
  if (!(node instanceof Text) || !range.intersectsNode(node)) return ''
  const from = range.startContainer === node ? range.startOffset : 0
  const to = range.endContainer === node ? range.endOffset : node.length
  return node.data.slice(from, to)
}
