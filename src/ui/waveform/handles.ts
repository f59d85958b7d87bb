import { lengthOf, fractionAt } from '#state/waveform-view.ts'
import type { TimeRange } from '#transcript/pauses.ts'

/** The handle of the start of a line. */
export interface Handle {
  readonly line: number
  /** CSS pixels from the left edge. */
  readonly x: number
  /** It can be moved between these times, seconds: between the starts of the lines beside it. */
  readonly from: number
  readonly to: number
}

/** Least distance between handles, CSS pixels. A finger would hit the wrong one of closer handles. */
const leastApart = 20
/** Least distance between the starts of two lines, seconds. */
const leastBetween = 0.05

/**
 * The handles of the lines that begin in a view; none where lines begin too close to each other. `starts`:
 * of all lines, seconds, `null` where there is none.
 */
export function handlesFor(
  starts: readonly (number | null)[],
  { view, width, duration }: { view: TimeRange; width: number; duration: number },
): Handle[] {
  if (lengthOf(view) === 0) return []
  const timed = starts.flatMap((start, line) => (start === null ? [] : [{ line, start }]))
  const shown = timed.flatMap(({ line, start }, at) => {
    if (start < view.start || start > view.end) return []
    const from = at === 0 ? 0 : timed[at - 1]!.start + leastBetween
    const to = (timed[at + 1]?.start ?? duration) - leastBetween
    return [{ line, x: fractionAt(view, start) * width, from, to }]
  })
  const isCrowded = shown.some(({ x }, at) => at > 0 && x - shown[at - 1]!.x < leastApart)
  return isCrowded ? [] : shown
}
