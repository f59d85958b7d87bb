import type { PdfText } from './open-pdf.ts'

/** Text between wide gaps. Lengths in 1/72 inch, along the direction of reading. */
export interface RowSpan {
  readonly left: number
  readonly right: number
  readonly text: string
}

/** What stands on one base line, which is `base` below the origin. */
export interface PageRow {
  readonly base: number
  /** Height of its letters. */
  readonly size: number
  readonly spans: readonly RowSpan[]
}

interface Piece extends RowSpan {
  readonly base: number
  readonly size: number
  readonly isRightToLeft: boolean
}

/** Gaps, in heights of letters: from here on a blank, and from here on another span. */
const blank = 0.12
const wide = 0.8

/** The rows of a page, from top to bottom, for each direction in which text runs; the one with most text comes first. */
export function rowsByDirection(texts: readonly PdfText[]): PageRow[][] {
  const groups = new Map<string, PdfText[]>()
  for (const text of texts) {
    const direction = text.isVertical ? 'vertical' : String(angleOf(text))
    const group = groups.get(direction)
    if (group === undefined) groups.set(direction, [text])
    else group.push(text)
  }
  return [...groups]
    .map(([direction, group]) => ({ rows: rowsOf(piecesOf(group, direction)), group }))
    .sort((a, b) => lengthOf(b.group) - lengthOf(a.group))
    .map(({ rows }) => rows)
    .filter((rows) => rows.length > 0)
}

function lengthOf(texts: readonly PdfText[]): number {
  return texts.reduce((sum, { str }) => sum + str.trim().length, 0)
}

/** Degrees, in steps of 15; a page that was scanned a little askew is upright. */
function angleOf({ transform }: PdfText): number {
  const degrees = (Math.atan2(transform[1] ?? 0, transform[0] ?? 1) * 180) / Math.PI
  const upright = Math.round(degrees / 90) * 90
  const angle = Math.abs(degrees - upright) < 8 ? upright : Math.round(degrees / 15) * 15
  return ((angle % 360) + 360) % 360
}

/** Turns places on the page into places along the direction of reading, also for writing from right to left. */
function piecesOf(texts: readonly PdfText[], direction: string): Piece[] {
  const letters = texts.filter(({ str }) => /\p{L}/u.test(str))
  const isMirrored = lengthOf(letters.filter(({ dir }) => dir === 'rtl')) > lengthOf(letters) / 2
  const radians = (Number(direction) * Math.PI) / 180
  return texts.map(({ str, dir, width, height, transform }) => {
    const x = transform[4] ?? 0
    const y = transform[5] ?? 0
    const isRightToLeft = dir === 'rtl'
    const text = plainLetters(str).replace(/\s+/g, ' ')
    if (direction === 'vertical') {
      return { left: -y, right: height - y, base: -x, size: width || 10, text, isRightToLeft }
    }
    const left = x * Math.cos(radians) + y * Math.sin(radians)
    const base = x * Math.sin(radians) - y * Math.cos(radians)
    const place = { base, size: height || 10, text, isRightToLeft }
    return isMirrored
      ? { ...place, left: -left - width, right: -left, isRightToLeft: !isRightToLeft }
      : { ...place, left, right: left + width }
  })
}

/** Letters of Arabic and Hebrew as they are drawn, which depends on their place in the word, are the letters. */
function plainLetters(text: string): string {
  return text.replace(/[\ufb1d-\ufdcf\ufdf0-\ufdfc\ufe70-\ufefc]+/g, (drawn) =>
    drawn.normalize('NFKC'),
  )
}

/** Puts pieces on common base lines; raised figures belong to the line that they stand at. */
function rowsOf(pieces: readonly Piece[]): PageRow[] {
  const sorted = pieces.filter(({ text }) => text !== '').sort((a, b) => a.base - b.base)
  const rows: { base: number; size: number; pieces: Piece[] }[] = []
  for (const piece of sorted) {
    const row = rows.at(-1)
    if (row !== undefined && piece.base - row.base <= 0.45 * Math.max(row.size, piece.size)) {
      row.pieces.push(piece)
      if (piece.size > row.size) Object.assign(row, { base: piece.base, size: piece.size })
    } else {
      rows.push({ base: piece.base, size: piece.size, pieces: [piece] })
    }
  }
  return rows
    .map(({ base, size, pieces: inRow }) => ({ base, size, spans: spansOf(inRow, size) }))
    .filter(({ spans }) => spans.length > 0)
}

function spansOf(pieces: readonly Piece[], size: number): RowSpan[] {
  const spans: RowSpan[] = []
  let isParted = false
  let last: Piece | null = null
  const ordered = inReadingOrder(pieces)
  const parting = partingGap(ordered, size)
  for (const piece of ordered) {
    if (piece.text.trim() === '') {
      isParted = true
      continue
    }
    if (last !== null && isDrawnTwice(last, piece)) continue
    const span = spans.at(-1)
    const gap = span === undefined ? Infinity : piece.left - span.right
    if (span === undefined || gap >= parting) {
      spans.push({ left: piece.left, right: piece.right, text: piece.text.trimStart() })
    } else {
      const isBlank = isParted || gap > blank * size
      const between = isBlank && !/\s$/.test(span.text) && !/^\s/.test(piece.text) ? ' ' : ''
      const text = span.text + between + piece.text
      spans[spans.length - 1] = { left: span.left, right: Math.max(span.right, piece.right), text }
    }
    isParted = false
    last = piece
  }
  return spans
    .map((span) => ({ ...span, text: span.text.trim() }))
    .filter(({ text }) => text !== '')
}

/** In a justified row that is one word after the other, a gap must be wider than the blanks. */
function partingGap(ordered: readonly Piece[], size: number): number {
  const words = ordered.filter(({ text }) => text.trim() !== '')
  if (words.length < 3 || words.some(({ text }) => /\S\s\S/.test(text))) return wide * size
  let least = Infinity
  for (const [at, piece] of words.entries()) {
    const gap = at === 0 ? 0 : piece.left - words[at - 1]!.right
    if (gap > blank * size) least = Math.min(least, gap)
  }
  return least === Infinity ? wide * size : Math.max(wide * size, 1.5 * least)
}

/** Bold letters are sometimes the same letters twice. */
function isDrawnTwice(a: Piece, b: Piece): boolean {
  return a.text === b.text && Math.abs(a.left - b.left) < 0.3 * a.size
}

/** From left to right; words of the other direction in a row are one piece, in their own order. */
function inReadingOrder(pieces: readonly Piece[]): Piece[] {
  const sorted = [...pieces].sort((a, b) => a.left - b.left)
  const ordered: Piece[] = []
  let foreign: Piece[] = []
  const close = () => {
    const blanks: Piece[] = []
    while (foreign.at(-1)?.text.trim() === '') blanks.push(foreign.pop()!)
    if (foreign.length > 0) ordered.push(foreign.length > 1 ? joinForeign(foreign) : foreign[0]!)
    ordered.push(...blanks.slice(0, 1))
    foreign = []
  }
  for (const piece of sorted) {
    const isBlank = piece.text.trim() === ''
    if (piece.isRightToLeft && !(isBlank && foreign.length === 0)) {
      foreign.push(piece)
      continue
    }
    close()
    ordered.push(piece)
  }
  close()
  return ordered
}

function joinForeign(pieces: readonly Piece[]): Piece {
  const texts = pieces.map(({ text, right, size }, at) => {
    const next = pieces[at + 1]
    const isApart = next !== undefined && next.left - right > blank * size
    return (isApart ? ' ' : '') + text
  })
  const text = texts.reverse().join('').replace(/\s+/g, ' ').trim()
  const { left, right } = extentOf(pieces)
  return { ...pieces[0]!, left, right, text }
}

export function textOfRow({ spans }: PageRow): string {
  return spans.map(({ text }) => text).join('  ')
}

/** From the first edge of some spans to the last. */
export function extentOf(spans: readonly Pick<RowSpan, 'left' | 'right'>[]) {
  let left = Infinity
  let right = -Infinity
  for (const span of spans) {
    left = Math.min(left, span.left)
    right = Math.max(right, span.right)
  }
  return { left, right }
}
