import { partitionPoint } from '#arrays/binary-search.ts'

/** Seconds, half open. */
export interface Range {
  readonly start: number
  readonly end: number
}

/** What of a pause is left to hear at each side when it is skipped, seconds. */
const breath = 0.3

/**
 * Where the playhead must go from here, or `null` to let it run: back to the start of a loop when it has
 * reached its end, or to the end of a pause that is being skipped. A loop wins over a pause.
 * `pauses` in order, not overlapping.
 */
export function nextJump(
  time: number,
  { loop, pauses }: { loop: Range | null; pauses: readonly Range[] },
): number | null {
  if (loop && time >= loop.end) return loop.start
  const pause = rangeBeginningBefore(pauses, time - breath)
  if (!pause) return null
  const landing = Math.min(pause.end - breath, loop ? loop.end : Infinity)
  return time < landing - breath ? landing : null
}

/** The time from which `nextJump` is not `null`, from here on; now, where it is not; else `Infinity`. */
export function nextJumpTime(
  time: number,
  ranges: { loop: Range | null; pauses: readonly Range[] },
): number {
  if (nextJump(time, ranges) !== null) return time
  const { loop, pauses } = ranges
  const loopEnd = loop?.end ?? Infinity
  const pause = pauses[countBeginningBefore(pauses, time - breath)]
  return Math.min(loopEnd, pause ? pause.start + breath : Infinity)
}

function rangeBeginningBefore(ranges: readonly Range[], time: number): Range | null {
  const range = ranges[countBeginningBefore(ranges, time) - 1]
  return range && time < range.end ? range : null
}

const countBeginningBefore = (ranges: readonly Range[], time: number): number =>
  partitionPoint(ranges.length, (index) => ranges[index]!.start > time)
