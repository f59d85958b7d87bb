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
  /** A gap or another size parts it from the text. */
  readonly isApart: boolean
}

type Edge = 'top' | 'bottom'

/** How far the same line may move from page to page, in 1/72 inch. */
const tolerance = 4
/** Heads and feet of more rows are not told from text. */
const mostRows = 4
/** The share of pages that have a head or foot, and that have a line across their text. */
const mostPages = 0.6
const nearlyAll = 0.8
const fewPages = 4

/**
 * Removes heads and feet: the outermost rows, if most pages have the same text there, apart from the text, or text with a
 * number that counts the pages. Also what stands at one height of nearly all pages, such as stamps and watermarks.
 */
export function removeRunningLines(pages: readonly (readonly PageRow[])[]): WithoutRunningLines {
  const removed = new Map<PageRow, string>()
  const written = pages.filter((rows) => rows.length > 0).length
  if (written > 1) {
    for (const edge of ['top', 'bottom'] as const) {
      for (let row = 0; row < mostRows; row += 1) {
        const found = runningIn(outermost(pages, { edge, removed }))
        if (new Set(found.map(({ page }) => page)).size < written * mostPages) break
        for (const place of found) removed.set(place.row, place.text)
      }
    }
  }
  if (written >= fewPages) {
    const everywhere = pages.flatMap((rows, page) =>
      rows.map((row) => ({ page, row, text: textOfRow(row), isApart: true })),
    )
    for (const group of groupsOf(everywhere)) {
      const found = running(group)
      if (new Set(found.map(({ page }) => page)).size < written * nearlyAll) continue
      for (const place of found) removed.set(place.row, place.text)
    }
  }
  const texts = [...removed.values()]
  const others = texts.filter((text) => !isPageNumber(text))
  return {
    pages: pages.map((rows) => rows.filter((row) => !removed.has(row))),
    numbers: texts.length - others.length,
    running: others.length,
    example: others[0] ?? '',
  }
}

/** The first or last row of each page that is not removed yet. */
function outermost(
  pages: readonly (readonly PageRow[])[],
  { edge, removed }: { edge: Edge; removed: ReadonlyMap<PageRow, string> },
): Place[] {
  return pages.flatMap((all, page): Place[] => {
    const rows = all.filter((row) => !removed.has(row))
    const [row, next, ...rest] = edge === 'top' ? rows : rows.reverse()
    if (row === undefined) return []
    const pitches = rest.slice(0, 5).map((each, at) => distance(each, rest[at - 1] ?? next!))
    const pitch = pitches.length === 0 ? 1.2 * row.size : Math.min(...pitches)
    const isApart =
      next === undefined ||
      distance(row, next) > 1.4 * Math.max(pitch, row.size) ||
      Math.abs(next.size - row.size) > 0.05 * row.size
    return [{ page, row, text: textOfRow(row), isApart }]
  })
}

const distance = (a: PageRow, b: PageRow) => Math.abs(a.base - b.base)

function runningIn(places: readonly Place[]): Place[] {
  return groupsOf(places).flatMap(running)
}

/** Those of a group that count the pages, else those that are the same on more than one page and apart from the text. */
function running(group: readonly Place[]): readonly Place[] {
  if (group.length < 2) return []
  if (countsPages(group)) return group
  if (isPageNumber(group[0]!.text)) return []
  const counts = new Map<string, number>()
  for (const { text } of group) counts.set(text, (counts.get(text) ?? 0) + 1)
  const same = group.filter(({ text }) => counts.get(text)! > 1)
  const apart = same.filter(({ isApart }) => isApart)
  return apart.length >= same.length * mostPages ? same : []
}

/** Rows with the same text, numbers aside, at the same height. */
function groupsOf(places: readonly Place[]): Place[][] {
  const byText = new Map<string, Place[]>()
  for (const place of places) {
    const key = isPageNumber(place.text) ? '#' : place.text.replace(/\d+/g, '#')
    const group = byText.get(key)
    if (group === undefined) byText.set(key, [place])
    else group.push(place)
  }
  return [...byText.values()].filter((group) => group.length > 1).flatMap(byHeight)
}

function byHeight(places: readonly Place[]): Place[][] {
  const sorted = [...places].sort((a, b) => a.row.base - b.row.base)
  const groups: Place[][] = []
  for (const place of sorted) {
    const group = groups.at(-1)
    const isNear = group !== undefined && distance(place.row, group.at(-1)!.row) <= tolerance
    if (isNear) group.push(place)
    else groups.push([place])
  }
  return groups
}

function isPageNumber(text: string): boolean {
  return /^(?:page\s+)?[-–—[(]?\s?\d{1,5}\s?[-–—\])]?(?:\s*(?:of|\/)\s*\d{1,5})?$/i.test(text)
}

/**
 * Whether one of the numbers, times aside, grows as the pages do: by one, or by two or four where a page shows so many.
 */
function countsPages(group: readonly Place[]): boolean {
  const numbers = group.map(({ text }) => text.replace(/\d+(?::\d+)+/g, '').match(/\d+/g) ?? [])
  return numbers[0]!.slice(0, 3).some((_, at) =>
    [1, 2, 4].some((step) => {
      const ahead = new Map<number, number>()
      let most = 0
      for (const [index, { page }] of group.entries()) {
        const difference = Number(numbers[index]![at]) - page * step
        const count = (ahead.get(difference) ?? 0) + 1
        ahead.set(difference, count)
        most = Math.max(most, count)
      }
      return most > 1 && most >= group.length * mostPages
    }),
  )
}
