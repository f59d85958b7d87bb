import type { TimeAnchor } from '#transcript/found-timing.ts'
import { comparePositions } from '#transcript/position.ts'
import type { Line } from '#transcript/line.ts'

/** The lines that hold an anchor, with its time, seconds. `anchors`: in order of the text. */
export function anchoredLines(
  lines: readonly Line[],
  anchors: readonly TimeAnchor[],
): ReadonlyMap<number, number> {
  const anchored = new Map<number, number>()
  let line = 0
  for (const anchor of anchors) {
    const isBehind = ({ segment, offset = 0 }: Line) =>
      comparePositions({ segment, offset }, anchor) > 0
    while (line + 1 < lines.length && !isBehind(lines[line + 1]!)) line++
    if (lines.length > 0 && !anchored.has(line)) anchored.set(line, anchor.time)
  }
  return anchored
}
