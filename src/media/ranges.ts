import { partitionPoint } from '#arrays/binary-search.ts'

/** Seconds, half open. */
export interface Range {
  readonly start: number
  readonly end: number
}

/** How much of a skipped pause is played at each side, seconds. */
const margin = 0.3

/**
 * The time to which the playhead must jump, or `null`: the start of a loop whose end was reached, or the end of a
 * skipped pause. A loop takes precedence. `pauses` are in order and do not overlap.
 */
export function nextJump(
  time: number,
  { loop, pauses }: { loop: Range | null; pauses: readonly Range[] },
): number | null {
  if (loop && time >= loop.end) return loop.start
  const pause = rangeBeginningBefore(pauses, time - margin)
  if (!pause) return null
  const target = Math.min(pause.end - margin, loop ? loop.end : Infinity)
  return time < target - margin ? target : null
}

/** The earliest time from now on at which `nextJump` is not `null`; `Infinity` if there is none. */
export function nextJumpTime(
  time: number,
  ranges: { loop: Range | null; pauses: readonly Range[] },
): number {
  if (nextJump(time, ranges) !== null) return time
  const { loop, pauses } = ranges
  const loopEnd = loop?.end ?? Infinity
  const pause = pauses[countBeginningBefore(pauses, time - margin)]
  return Math.min(loopEnd, pause ? pause.start + margin : Infinity)
}

function rangeBeginningBefore(ranges: readonly Range[], time: number): Range | null {
  const range = ranges[countBeginningBefore(ranges, time) - 1]
  return range && time < range.end ? range : null
}

const countBeginningBefore = (ranges: readonly Range[], time: number): number =>
  partitionPoint(ranges.length, (index) => ranges[index]!.start > time)
