import type { Speaker } from '#transcript/transcript.ts'
import type { LinePage } from './line-page.ts'

/**
 * Removes the times from copied text: one paragraph for each line, with the speaker where the selection contains the name.
 * Applies only to selections inside the transcript and to "select all".
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

/** The browser copies a selection that extends beyond the transcript, except "select all". */
const isOurs = (range: Range, { root, lines, paragraph }: LinePage) =>
  root.contains(range.commonAncestorContainer) ||
  [paragraph(0), paragraph(lines.length - 1)].every(
    (end) => end !== null && range.intersectsNode(end),
  )

/** The lines and chapters in a range, one paragraph each; speakers where the range contains their name. */
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
