import { textOfRow, type PageRow } from './rows.ts'

export interface WithoutRunningLines {
  readonly pages: readonly (readonly PageRow[])[]
  /** How many lines with nothing but a number of the page were removed. */
  readonly numbers: number
  /** How many other lines were removed, and one of them. */
  readonly running: number
  readonly example: string
}

interface Place {
  readonly page: number
  readonly row: PageRow
  readonly text: string
  /** The first or last rows of the page. */
  readonly isAtEdge: boolean
}

/** Rows at the upper and the lower edge: of a few pages that look alike only the outermost are a rule. */
const edge = 3
const fewPages = 4
/** How far the same line may move from page to page, in 1/72 inch. */
const tolerance = 4

/**
 * Removes what stands at the same place of most pages: heads, feet, stamps, page numbers. Numbers may differ from page to
 * page; lines of numbers only must count the pages.
 */
export function removeRunningLines(pages: readonly (readonly PageRow[])[]): WithoutRunningLines {
  const removed = new Set<PageRow>()
  let numbers = 0
  let running = 0
  let example = ''
  for (const places of groupsOf(pages)) {
    const isNumber = isPageNumber(places[0]!.text)
    const ofPages = new Set(places.map(({ page }) => page)).size
    if (ofPages < Math.max(2, Math.ceil(pages.length * 0.4))) continue
    if (isNumber && !countsPages(places)) continue
    if (pages.length < fewPages && !places.every(({ isAtEdge }) => isAtEdge)) continue
    for (const { row, text } of places) {
      removed.add(row)
      if (isNumber) numbers += 1
      else {
        running += 1
        example ||= text
      }
    }
  }
  return {
    pages: pages.map((rows) => rows.filter((row) => !removed.has(row))),
    numbers,
    running,
    example,
  }
}

/** Rows with the same text, numbers aside, at the same height. */
function groupsOf(pages: readonly (readonly PageRow[])[]): Place[][] {
  const byText = new Map<string, Place[]>()
  const edgeRows = pages.length < fewPages ? 1 : edge
  for (const [page, rows] of pages.entries()) {
    for (const [at, row] of rows.entries()) {
      const text = textOfRow(row)
      const isAtEdge = at < edgeRows || at >= rows.length - edgeRows
      if (isPageNumber(text) && !isAtEdge) continue
      const key = isPageNumber(text) ? '#' : text.replace(/\d+/g, '#')
      const group = byText.get(key)
      if (group === undefined) byText.set(key, [{ page, row, text, isAtEdge }])
      else group.push({ page, row, text, isAtEdge })
    }
  }
  return [...byText.values()].filter((group) => group.length > 1).flatMap(byHeight)
}

function byHeight(places: readonly Place[]): Place[][] {
  const sorted = [...places].sort((a, b) => a.row.base - b.row.base)
  const groups: Place[][] = []
  for (const place of sorted) {
    const group = groups.at(-1)
    const isNear = group !== undefined && place.row.base - group.at(-1)!.row.base <= tolerance
    if (isNear) group.push(place)
    else groups.push([place])
  }
  return groups
}

function isPageNumber(text: string): boolean {
  return /^(?:page\s+)?[-–—[(]?\s?\d{1,5}\s?[-–—\])]?(?:\s*(?:of|\/)\s*\d{1,5})?$/i.test(text)
}

/** Whether the numbers grow as the pages do. */
function countsPages(places: readonly Place[]): boolean {
  const counts = new Map<number, number>()
  let most = 0
  for (const { page, text } of places) {
    const ahead = Number(/\d+/.exec(text)![0]) - page
    const count = (counts.get(ahead) ?? 0) + 1
    counts.set(ahead, count)
    most = Math.max(most, count)
  }
  return most >= places.length * 0.6
}
