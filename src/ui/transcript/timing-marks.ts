import { anchorLine } from '#commands/anchor-lines.ts'
import type { ViewApp } from '#ui/kit/app-context.ts'
import { createHighlight } from './highlight.ts'
import type { LinePage } from './line-page.ts'

/** Marks of the alignment in the text: words that were not heard, and anchors set by the listener. */
export function markTiming(app: ViewApp, page: LinePage, signal: AbortSignal) {
  const unheard = createHighlight('not-heard', -1, signal)
  unheard.show(unheardRanges(page))

  // On the page: screen readers call everything inside an element with a click listener "clickable".
  page.root.ownerDocument.addEventListener(
    'click',
    ({ target }) => {
      const pin = target instanceof Element ? target.closest('.transcript-anchor') : null
      const line = pin && page.lineOf(pin)
      if (line !== null) app.alignments.removeAnchor(line)
    },
    { signal },
  )
  app.uiRequests.on(
    'anchor-line-in-view',
    () => {
      const line = firstInView(page)
      if (line !== null) anchorLine(app, line)
    },
    signal,
  )
}

/** Ranges in lines that have a time. The style sheet greys whole lines that have none. */
function unheardRanges({ lines, range }: LinePage): (Range | null)[] {
  return lines.flatMap(({ issues = [], start }, line) =>
    issues
      .filter(({ reason }) => reason === 'not-heard' && start !== null)
      .map((issue) => range(line, issue)),
  )
}

/** The first line whose beginning is visible below the player. */
function firstInView({ root, lines, paragraph }: LinePage): number | null {
  const cover = root.ownerDocument.querySelector('[data-covers-top]')
  const top = Math.max(0, cover?.getBoundingClientRect().bottom ?? 0)
  const seen = lines.findIndex(
    (_, line) => (paragraph(line)?.getBoundingClientRect().top ?? 0) >= top,
  )
  return seen === -1 ? null : seen
}
