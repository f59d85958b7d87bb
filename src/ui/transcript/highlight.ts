/**
 * Creates a CSS Custom Highlight, which paints ranges without changing the document. Does nothing in browsers without
 * `CSS.highlights`; there, only whole lines are marked. Removed with the signal.
 */
export function createHighlight(name: string, priority: number, signal: AbortSignal) {
  if (!('highlights' in CSS)) return { show() {} }
  const highlight = new Highlight()
  highlight.priority = priority
  CSS.highlights.set(name, highlight)
  signal.addEventListener('abort', () => {
    if (CSS.highlights.get(name) === highlight) CSS.highlights.delete(name)
  })
  return {
    show(ranges: readonly (Range | null)[]) {
      highlight.clear()
      for (const range of ranges) if (range) highlight.add(range)
    },
  }
}
