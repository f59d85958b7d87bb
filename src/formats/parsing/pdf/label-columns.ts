import { isNameLike } from '#transcript/conventions/name-like.ts'
import { findStamps } from '../prose/stamps.ts'
import type { TextBlock } from './columns.ts'
import type { PageRow, RowSpan } from './rows.ts'

/** Where the text begins in a table whose other columns are times and names. */
interface TableLayout {
  readonly textLeft: number
  /** Where the first column begins. */
  readonly left: number
  readonly hasTimes: boolean
  /** From row to row inside a cell. */
  readonly pitch: number
}

/** Heights of letters: how exactly cells begin at one edge, and how wide a column of labels is at least. */
const exact = 0.5
const narrowest = 3

/**
 * Writes tables of times or names beside what is said as lines of text, `0:03 Ada Park:  Yes.`, also where a name takes two
 * rows of its cell. Other blocks stay.
 */
export function readLabelColumns(blocks: readonly TextBlock[]): readonly TextBlock[] {
  const layouts = new Map<string, TableLayout | null>()
  return blocks.map((block) => {
    let layout = layouts.get(block.column)
    if (layout === undefined) {
      const all = blocks.filter(({ column }) => column === block.column)
      layout = findLayout(all.map(({ rows }) => rows))
      layouts.set(block.column, layout)
    }
    return layout === null ? block : { ...block, rows: asLines(block.rows, layout) }
  })
}

function findLayout(blocks: readonly (readonly PageRow[])[]): TableLayout | null {
  const rows = blocks.flat()
  const [size = 10] = rows.map((row) => row.size)
  const textLeft = commonest(rows.map((row) => widest(row).left))
  const isText = ({ left }: RowSpan) => left >= textLeft - exact * size
  const withText = rows.filter(({ spans }) =>
    spans.some((span) => Math.abs(span.left - textLeft) <= exact * size),
  )
  const labels = rows.flatMap(({ spans }) => spans.filter((span) => !isText(span)))
  if (labels.length < 3 || withText.length < rows.length * 0.7) return null
  let left = textLeft
  for (const label of labels) left = Math.min(left, label.left)
  const starts = labels.map((label) => label.left).filter((each) => each > left + exact * size)
  const second = commonest(starts)
  const isAligned = ({ left: from, right }: RowSpan) =>
    right <= textLeft && [left, second].some((column) => Math.abs(from - column) <= exact * size)
  const areCells = labels.every(({ text }) => isTime(text) || isNameLike(withoutColon(text)))
  const needNone = labels.filter(({ text }) => text.endsWith(':')).length > labels.length / 2
  if (needNone || !areCells || textLeft - left < narrowest * size) return null
  if (labels.filter(isAligned).length < labels.length * 0.95) return null
  const steps = blocks.flatMap((of) => of.slice(1).map((row, at) => row.base - of[at]!.base))
  return {
    textLeft: textLeft - exact * size,
    left: left + exact * size,
    hasTimes: labels.some((label) => label.left <= left + exact * size && isTime(label.text)),
    pitch: commonest(steps),
  }
}

function asLines(rows: readonly PageRow[], layout: TableLayout): PageRow[] {
  const lines: { row: PageRow; labels: RowSpan[]; texts: readonly RowSpan[] }[] = []
  let turn: { labels: RowSpan[] } | null = null
  for (const [at, row] of rows.entries()) {
    const labels = row.spans.filter(({ left }) => left < layout.textLeft)
    const texts = row.spans.filter(({ left }) => left >= layout.textLeft)
    const before = rows[at - 1]
    const isFirst =
      labels.length > 0 &&
      (turn === null ||
        (layout.hasTimes
          ? labels[0]!.left <= layout.left
          : before === undefined || row.base - before.base > layout.pitch * 1.1))
    if (isFirst) {
      const line = { row, labels, texts }
      turn = line
      lines.push(line)
    } else {
      turn?.labels.push(...labels)
      if (texts.length > 0) lines.push({ row, labels: [], texts })
    }
  }
  return lines.map(({ row, labels, texts }) => {
    if (labels.length === 0) return { ...row, spans: texts }
    const [{ left }] = labels as [RowSpan]
    return { ...row, spans: [{ left, right: layout.textLeft, text: labelOf(labels) }, ...texts] }
  })
}

function labelOf(labels: readonly RowSpan[]): string {
  const times = labels.filter(({ text }) => isTime(text)).map(({ text }) => text)
  const names = labels.filter(({ text }) => !isTime(text)).map(({ text }) => text)
  const name = names.length === 0 ? [] : [`${withoutColon(names.join(' '))}:`]
  return [...times, ...name].join(' ')
}

function isTime(text: string): boolean {
  const [stamp] = findStamps(text)
  return stamp !== undefined && stamp.from === 0 && stamp.to === text.length
}

const withoutColon = (text: string) => text.replace(/\s*:$/, '')

function widest({ spans }: PageRow): RowSpan {
  return spans.reduce((best, each) =>
    each.right - each.left > best.right - best.left ? each : best,
  )
}

function commonest(values: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const value of values)
    counts.set(Math.round(value), (counts.get(Math.round(value)) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 0
}
