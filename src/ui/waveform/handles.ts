import { lengthOf, fractionAt } from '#state/waveform-view.ts'
import type { TimeRange } from '#transcript/pauses.ts'

/** Where a line's start can be taken hold of in the waveform. */
export interface Handle {
  readonly line: number
  /** CSS pixels from the left edge. */
  readonly x: number
  /** Between these times it can be moved, seconds: the starts of the lines beside it stay where they are. */
  readonly from: number
  readonly to: number
}

/** Closer than this, CSS pixels, a finger would take hold of the wrong one. */
const leastApart = 20
/** Two lines do not begin at once, seconds. */
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
