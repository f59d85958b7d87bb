import { partitionPoint } from '#arrays/binary-search.ts'
import type { TimeRange } from '#transcript/pauses.ts'

/** Index of the first range that ends after a time. The ranges are in order and do not overlap. */
export function firstEndingAfter(ranges: readonly TimeRange[], time: number): number {
  return partitionPoint(ranges.length, (at) => ranges[at]!.end > time)
}
