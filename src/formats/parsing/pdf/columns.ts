import { extentOf, type PageRow, type RowSpan } from './rows.ts'

/** Rows that are read one after the other. */
export interface TextBlock {
  readonly rows: readonly PageRow[]
  /** Blocks of one column of different pages have the same name. */
  readonly column: string
}

const deepest = 2
const fewestRows = 5

/**
 * Parts rows into blocks in the order of reading: where a page has columns, the left one comes before the right one, and
 * rows across both stay between. A table with a narrow column, such as names beside what they say, is one block.
 */
export function textBlocksOf(rows: readonly PageRow[], column = ''): TextBlock[] {
  const gutter = column.length < deepest ? findGutter(rows) : null
  if (gutter === null) return [{ rows, column }]
  const blocks: TextBlock[] = []
  let left: PageRow[] = []
  let right: PageRow[] = []
  const close = () => {
    if (left.length > 0) blocks.push(...textBlocksOf(left, `${column}l`))
    if (right.length > 0) blocks.push(...textBlocksOf(right, `${column}r`))
    left = []
    right = []
  }
  for (const row of rows) {
    if (row.spans.some((span) => span.left < gutter && span.right > gutter)) {
      close()
      blocks.push({ rows: [row], column: `${column}across` })
      continue
    }
    const sides = [
      row.spans.filter((span) => span.right <= gutter),
      row.spans.filter((span) => span.left >= gutter),
    ] as const
    if (sides[0].length > 0) left.push({ ...row, spans: sides[0] })
    if (sides[1].length > 0) right.push({ ...row, spans: sides[1] })
  }
  close()
  return blocks
}

/** The middle of the empty strip between two columns; `null` if there is none. */
function findGutter(rows: readonly PageRow[]): number | null {
  if (rows.length < fewestRows) return null
  const spans = rows.flatMap((row) => row.spans)
  const { left: from, right: to } = extentOf(spans)
  const width = to - from
  if (!(width > 0)) return null
  const strip = emptyStrip(rows, from + width * 0.25, from + width * 0.75)
  const size = rows[Math.floor(rows.length / 2)]!.size
  if (strip === null || strip.to - strip.from < 0.7 * size) return null
  const middle = (strip.from + strip.to) / 2
  const isUsual = [
    { from, to: middle, spans: sideOf(rows, (span) => span.right <= middle) },
    { from: middle, to, spans: sideOf(rows, (span) => span.left >= middle) },
  ]
  const [left, right] = isUsual.map((side) => side.spans.length)
  const areAlike = Math.min(left!, right!) >= Math.max(fewestRows, Math.max(left!, right!) * 0.3)
  const areFull = isUsual.every((side) => isFull(side) && side.to - side.from > width * 0.3)
  return areAlike && areFull ? middle : null
}

/** From the first to the last span of each row on one side. */
function sideOf(rows: readonly PageRow[], isIn: (span: RowSpan) => boolean) {
  return rows.flatMap(({ spans }) => {
    const found = spans.filter(isIn)
    return found.length === 0 ? [] : [{ left: found[0]!.left, right: found.at(-1)!.right }]
  })
}

/** Whether half of the rows fill half of the column. */
function isFull(side: {
  from: number
  to: number
  spans: readonly Pick<RowSpan, 'left' | 'right'>[]
}): boolean {
  const whole = extentOf(side.spans)
  const half = (whole.right - whole.left) * 0.5
  const filled = side.spans.filter(({ left, right }) => right - left >= half)
  return filled.length * 2 >= side.spans.length
}

/** The widest strip that hardly any row crosses. */
function emptyStrip(
  rows: readonly PageRow[],
  from: number,
  to: number,
): { from: number; to: number } | null {
  const bins = 120
  const step = (to - from) / bins
  const crossed = new Uint32Array(bins)
  for (const { spans } of rows) {
    for (const { left, right } of spans) {
      const first = Math.max(0, Math.floor((left - from) / step))
      const last = Math.min(bins - 1, Math.floor((right - from) / step))
      for (let at = first; at <= last; at += 1) crossed[at]! += 1
    }
  }
  const few = rows.length * 0.12
  let best: { from: number; to: number } | null = null
  let start = -1
  for (let at = 0; at <= bins; at += 1) {
    const isEmpty = at < bins && crossed[at]! <= few
    if (isEmpty && start < 0) start = at
    if (isEmpty || start < 0) continue
    if (best === null || (at - start) * step > best.to - best.from) {
      best = { from: from + start * step, to: from + at * step }
    }
    start = -1
  }
  return best
}
