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
      if (!range.intersectsNode(page.root)) return
      event.clipboardData.setData('text/plain', textWithoutTimes(page, speakers, range))
      event.preventDefault()
    },
    { signal },
  )
}

/** The words in a range, a paragraph a line. */
export function textWithoutTimes(
  page: LinePage,
  speakers: readonly Speaker[],
  range: Range,
): string {
  const paragraphs: string[] = []
  page.lines.forEach((line, index) => {
    const paragraph = page.paragraph(index)
    const node = paragraph?.lastChild
    if (!paragraph || !node || !range.intersectsNode(paragraph)) return
    const from = range.startContainer === node ? range.startOffset : 0
    const to = range.endContainer === node ? range.endOffset : line.text.length
    const isWhole = range.intersectsNode(node)
    const name = paragraph.querySelector('.speaker')
    const speaker =
      name && range.intersectsNode(name)
        ? `${speakers.find(({ id }) => id === line.speaker)?.name ?? ''}: `
        : ''
    const text = isWhole ? line.text.slice(from, to) : ''
    if (text !== '') paragraphs.push(speaker + text)
  })
  return paragraphs.join('\n\n')
}
