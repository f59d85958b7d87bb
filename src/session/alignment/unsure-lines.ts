import type { AppState } from '#state/store.ts'
import type { Line } from '#transcript/line.ts'

export const isUnsure = ({ issues }: Line) => issues !== undefined && issues.length > 0

/** The lines of the shown text that hold what the listener has set, with its moment, seconds. */
export function anchoredLines({
  document,
  anchors,
}: Pick<AppState, 'document' | 'anchors'>): ReadonlyMap<number, number> {
  const anchored = new Map<number, number>()
  if (document.status !== 'open') return anchored
  const { lines } = document
  let line = 0
  for (const { segment, from, time } of anchors) {
    const isBehind = ({ segment: first, offset = 0 }: Line) =>
      first > segment || (first === segment && offset > from)
    while (line + 1 < lines.length && !isBehind(lines[line + 1]!)) line++
    if (!anchored.has(line)) anchored.set(line, time)
  }
  return anchored
}
