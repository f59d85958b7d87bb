import { partitionPoint } from '#arrays/binary-search.ts'
import { isTimedLine } from '#transcript/line.ts'
import type { Line, TimedLine } from '#transcript/line.ts'
import type { TimeRange } from '#transcript/pauses.ts'

/** Finds the lines in a view by binary search. Lines may overlap. */
export function createLinesInView(lines: readonly Line[]) {
  const timed = lines.filter(isTimedLine).sort((a, b) => a.start - b.start)
  /** The latest end among a line and all lines before it. */
  const latestEnds = new Float64Array(timed.length)
  timed.forEach(({ end }, at) => (latestEnds[at] = Math.max(end, latestEnds[at - 1] ?? 0)))
  return {
    /** In order of their start. */
    within(view: TimeRange): TimedLine[] {
      const from = partitionPoint(timed.length, (at) => latestEnds[at]! > view.start)
      const to = partitionPoint(timed.length, (at) => timed[at]!.start >= view.end)
      return timed.slice(from, to).filter(({ end }) => end > view.start)
    },
  }
}

export interface Span {
  readonly left: number
  readonly right: number
}

/** Of spans in order, leaves out those narrower than a pixel whose pixel is already covered. */
export function skipUnseen<T extends Span>(spans: readonly T[]): T[] {
  let covered = -Infinity
  return spans.filter(({ left, right }) => {
    if (right - left < 1 && Math.round(right) <= covered) return false
    covered = Math.max(covered, Math.round(Math.max(right, left + 1)))
    return true
  })
}
