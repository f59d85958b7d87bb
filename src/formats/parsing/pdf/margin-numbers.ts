import type { TextBlock } from './columns.ts'
import type { PageRow, RowSpan } from './rows.ts'

interface Counted {
  readonly row: PageRow
  readonly number: number
  readonly edge: number
}

type Side = 'left' | 'right'
const fewest = 5

/**
 * Removes the line numbers in the margins of blocks: figures at one edge that count the lines, by ones or fives, and begin
 * again on each page or go on from page to page. A numbered list does neither. `removed` counts them.
 */
export function removeMarginNumbers(blocks: readonly TextBlock[]): {
  blocks: TextBlock[]
  removed: number
} {
  let removed = 0
  let current = [...blocks]
  for (const side of ['left', 'right'] as const) {
    const found = current.map(({ rows }) => countedIn(rows, side))
    if (!areLineNumbers(found.flat())) continue
    current = current.map(({ rows, column }, at) => {
      const numbered = new Set(found[at]!.flat().map(({ row }) => row))
      removed += numbered.size
      const text = rows.flatMap((row) => (numbered.has(row) ? withoutNumber(row, side) : [row]))
      return { rows: text, column }
    })
  }
  return { blocks: current, removed }
}

function withoutNumber(row: PageRow, side: Side): PageRow[] {
  const [first] = row.spans
  const spans =
    side === 'right'
      ? row.spans.slice(0, -1)
      : isNumber(first!)
        ? row.spans.slice(1)
        : [{ ...first!, text: first!.text.replace(/^\d+\s+/, '') }, ...row.spans.slice(1)]
  return spans.length === 0 ? [] : [{ ...row, spans }]
}

const isNumber = ({ text }: RowSpan) => /^\d{1,5}$/.test(text)

/** The counting runs of numbers at the edge. */
function countedIn(rows: readonly PageRow[], side: Side): Counted[][] {
  const candidates = rows.flatMap((row): Counted[] => {
    const span = side === 'left' ? row.spans[0]! : row.spans.at(-1)!
    if (side === 'right' && row.spans.length < 2) return []
    const figures = isNumber(span) ? span.text : /^\d{1,5}(?=\s)/.exec(span.text)?.[0]
    if (figures === undefined || (side === 'right' && !isNumber(span))) return []
    const width = ((span.right - span.left) * figures.length) / span.text.length
    const edge = side === 'left' ? span.left + width : span.left
    return [{ row, number: Number(figures), edge }]
  })
  const aligned = alignedOnes(candidates)
  for (const step of [1, 5]) {
    const runs = countingRuns(aligned, step).filter((run) => isRun(run, { rows, step }))
    if (runs.length > 0) return runs
  }
  return []
}

/** Whether nearly all rows from the first to the last are counted, or every second: numbers may stand beside the lines. */
function isRun(
  run: readonly Counted[],
  { rows, step }: { rows: readonly PageRow[]; step: number },
): boolean {
  const [first, last] = [run[0]!, run.at(-1)!]
  const inside = rows.filter(({ base }) => base >= first.row.base && base <= last.row.base)
  return run.length >= fewest && run.length * step * 2.2 >= inside.length
}

/** The candidates at the edge that most of them share. */
function alignedOnes(candidates: readonly Counted[]): Counted[] {
  const places = new Map<number, number>()
  const placeOf = ({ edge, row }: Counted) => Math.round(edge / row.size)
  for (const each of candidates) places.set(placeOf(each), (places.get(placeOf(each)) ?? 0) + 1)
  const [common] = [...places].sort(([, a], [, b]) => b - a)
  if (common === undefined) return []
  return candidates.filter((each) => Math.abs(placeOf(each) - common[0]) <= 1)
}

function countingRuns(candidates: readonly Counted[], step: number): Counted[][] {
  const runs: Counted[][] = []
  for (const each of candidates) {
    const last = runs.at(-1)?.at(-1)
    if (last !== undefined && each.number === last.number + step) runs.at(-1)!.push(each)
    else if (each.number !== last?.number) runs.push([each])
  }
  return runs
}

/** Whether runs begin at 1 (or 5) more than once or reach 20, or each goes on where the one before ended. */
function areLineNumbers(runs: readonly (readonly Counted[])[]): boolean {
  if (runs.length === 0) return false
  const restarts = runs.filter((run) => run[0]!.number <= fewest).length
  const goingOn = runs.filter(
    (run, at) => at > 0 && run[0]!.number - runs[at - 1]!.at(-1)!.number <= fewest,
  ).length
  if (runs.length === 1) return restarts === 1 && runs[0]!.at(-1)!.number >= 20
  return restarts >= 2 || goingOn >= (runs.length - 1) * 0.8
}
