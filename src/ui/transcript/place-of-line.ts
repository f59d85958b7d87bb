export type PlaceOfLine = 'above' | 'in-view' | 'below'

/** Where a line of the transcript is: above what can be seen below the player, in it at least in part, or below. */
export function placeOfLine(page: Document, line: number | null): PlaceOfLine {
  const paragraph =
    line === null ? null : page.querySelector(`.transcript-line[data-line="${line}"]`)
  if (!paragraph) return 'in-view'
  const { top, bottom } = paragraph.getBoundingClientRect()
  const cover = page.querySelector('[data-covers-top]')?.getBoundingClientRect()
  if (bottom <= Math.max(0, cover?.bottom ?? 0)) return 'above'
  return top >= page.documentElement.clientHeight ? 'below' : 'in-view'
}
