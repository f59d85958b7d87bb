import type { PdfDocument, PdfText } from './open-pdf.ts'
import { rowsByDirection, type PageRow } from './rows.ts'

/** A transcript of five hundred hours has half as many pages, and as many letters. */
const mostPages = 20_000
const mostLetters = 30_000_000
/** A hundred times as many as a page in small print has. */
const mostLettersOfPage = 500_000

export interface PagesRead {
  /**
   * The rows of each page: of the direction in which most of its text runs, then of the others. All lists have as many
   * pages.
   */
  readonly directions: readonly (readonly (readonly PageRow[])[])[]
  readonly language: string | undefined
  readonly pageCount: number
  /** Numbers from 1 of pages without text, and of damaged ones. */
  readonly empty: readonly number[]
  readonly damaged: readonly number[]
  /** How many pages were read before a limit; all, if none applied. */
  readonly readCount: number
  /** The last of these has more text than was read. */
  readonly isCut: boolean
  /** Comments and filled form fields, which are not part of the pages' text. */
  readonly comments: number
  /** Letters that the fonts do not name. */
  readonly unknownLetters: number
  /** Fonts without any letters that are known. */
  readonly unknownFonts: number
  /** Why nothing can be shown, if there is no text. */
  readonly why: 'scan' | 'damaged' | 'letters'
}

/** Reads the text of all pages, up to the limits. */
export async function readPages(document: PdfDocument): Promise<PagesRead> {
  const pages: PageRow[][][] = []
  const empty: number[] = []
  const damaged: number[] = []
  let language: string | undefined
  let letters = 0
  let unknownLetters = 0
  const count = Math.min(document.pageCount, mostPages)
  let isCut = false
  let comments = 0
  for (let page = 0; page < count && letters < mostLetters && !isCut; page += 1) {
    const read = await document.read(page, mostLettersOfPage)
    isCut = read?.isCut === true
    if (read === null) damaged.push(page + 1)
    language ??= read?.language
    const texts: PdfText[] = []
    for (const text of read?.texts ?? []) {
      letters += text.str.length
      const { known, unknown } = knownLetters(text.str)
      unknownLetters += unknown
      texts.push(unknown === 0 ? text : { ...text, str: known })
    }
    comments += isCut ? 0 : await document.countComments(page)
    const rows = rowsByDirection(texts)
    pages.push(rows)
    if (read !== null && rows.length === 0) empty.push(page + 1)
  }
  const most = Math.max(1, ...pages.map((rows) => rows.length))
  const unknownFonts = document.fontsWithoutLetters()
  return {
    directions: Array.from({ length: most }, (_, at) => pages.map((rows) => rows[at] ?? [])),
    language,
    pageCount: document.pageCount,
    empty,
    damaged,
    readCount: pages.length,
    isCut,
    comments,
    unknownLetters,
    unknownFonts,
    why:
      unknownFonts > 0 || unknownLetters > 0
        ? 'letters'
        : damaged.length > empty.length
          ? 'damaged'
          : 'scan',
  }
}

/** Removes characters that mean nothing outside their font: controls, private use. A private bullet is one. */
function knownLetters(text: string): { known: string; unknown: number } {
  // eslint-disable-next-line no-control-regex -- control characters are what is removed
  const strange = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ue000-\uf8ff\ufffd]/g
  if (text.search(strange) < 0) return { known: text, unknown: 0 }
  let unknown = 0
  const known = text.replace(/[\uf0b7\uf0a7\uf076\uf0d8]/g, '•').replace(strange, () => {
    unknown += 1
    return ''
  })
  return { known, unknown }
}
