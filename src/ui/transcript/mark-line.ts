import type { ViewApp } from '#ui/kit/app-context.ts'
import type { LinePage } from './line-page.ts'

/** Marks the line that the listener was led to, until another is, or the playhead has come to a line farther on. */
export function markLineLedTo(
  { playhead, uiRequests }: ViewApp,
  page: LinePage,
  signal: AbortSignal,
) {
  let marked: { readonly line: number; readonly paragraph: HTMLElement } | null = null

  function mark(line: number | null) {
    marked?.paragraph.removeAttribute('data-marked')
    const paragraph = line === null ? null : page.paragraph(line)
    paragraph?.setAttribute('data-marked', '')
    marked = line === null || !paragraph ? null : { line, paragraph }
  }

  uiRequests.on('show-line', ({ line, isMarked }) => mark(isMarked === true ? line : null), signal)
  const stop = playhead.subscribe(
    ({ spoken }) => spoken.current,
    (current) => {
      if (marked && current !== null && current > marked.line) mark(null)
    },
  )
  signal.addEventListener('abort', () => {
    stop()
    mark(null)
  })
}
