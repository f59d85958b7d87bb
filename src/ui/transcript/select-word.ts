import type { LinePage } from './line-page.ts'

/**
 * A double click on the first word of a line selects the word alone. Browsers select the speaker's name with it, because
 * no blank is between the two; an element that parts them would be one more for each turn.
 */
export function selectWordWithoutName({ root }: LinePage, signal: AbortSignal) {
  const { ownerDocument } = root
  ownerDocument.addEventListener(
    'dblclick',
    ({ target }) => {
      const selection = ownerDocument.getSelection()
      if (
        !(target instanceof Node) ||
        !root.contains(target) ||
        !selection ||
        selection.rangeCount === 0
      )
        return
      const { startContainer, endContainer, endOffset } = selection.getRangeAt(0)
      const line = endContainer.parentElement
      const isText = endContainer instanceof Text && line?.lastChild === endContainer
      if (isText && startContainer !== endContainer && line.contains(startContainer))
        selection.setBaseAndExtent(endContainer, 0, endContainer, endOffset)
    },
    { signal },
  )
}
