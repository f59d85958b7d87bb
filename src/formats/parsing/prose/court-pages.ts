import type { ProseLine } from './line.ts'

export interface CourtPages {
  readonly lines: readonly ProseLine[]
  /** How many line numbers in the left margin and page numbers were removed. */
  readonly margin: number
  readonly pages: number
}

const marginNumber = /^\s{0,12}(\d{1,2})(?=\s|$)/
const pageNumber =
  /^\s*(?:[Pp]age\s+\d{1,5}(?:\s*(?:of|\/)\s*\d{1,5})?|[-–—]\s?\d{1,5}\s?[-–—])\s*$/
const mostLines = 30

/**
 * Removes the line numbers (1 to 25 on each page) and page numbers that courts print. It needs nearly all lines to be
 * numbered consecutively, because it removes text from what is shown; a numbered list does not restart at 1.
 */
export function removeCourtPages(lines: readonly ProseLine[]): CourtPages {
  const hasMargin = isNumbered(lines)
  const pagesFound = lines.filter(({ text }) => pageNumber.test(text)).length
  if (!hasMargin && pagesFound < 2) return { lines, margin: 0, pages: 0 }
  let margin = 0
  let pages = 0
  const kept: ProseLine[] = []
  for (const line of lines) {
    const isAlone = hasMargin && /^\s*\d{1,5}\s*$/.test(line.text)
    if (pageNumber.test(line.text) || (isAlone && !continues(line, kept.length))) {
      pages += 1
      continue
    }
    const found = hasMargin ? marginNumber.exec(line.text) : null
    if (found !== null) margin += 1
    const text = found === null ? line.text : line.text.slice(found[0].length)
    // a numbered line without text is only page layout
    if (!hasMargin || text.trim() !== '') kept.push({ ...line, text })
  }
  return { lines: kept, margin, pages }
}

/** A number alone on a line may be the number of an empty line. */
function continues({ text }: ProseLine, before: number): boolean {
  return before > 0 && Number(text) <= mostLines
}

function isNumbered(lines: readonly ProseLine[]): boolean {
  let written = 0
  let numbered = 0
  let counting = 0
  let last = 0
  let pages = 0
  for (const { text } of lines) {
    if (text.trim() === '' || pageNumber.test(text)) continue
    written += 1
    const number = Number(marginNumber.exec(text)?.[1] ?? Number.NaN)
    if (!(number >= 1 && number <= mostLines)) continue
    numbered += 1
    if (number === last + 1 || number === 1) counting += 1
    if (number === 1) pages += 1
    last = number
  }
  const isWhole = numbered >= written * 0.8 && counting >= numbered * 0.9
  // one page of 25 lines, or several pages
  return numbered >= 8 && isWhole && (pages >= 2 || last >= 20)
}
