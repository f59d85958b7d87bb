import { partitionPoint } from '#arrays/binary-search.ts'
import type { TimeRange } from '#transcript/pauses.ts'

/** The place of the first of these that ends after a time; they are in order and do not overlap. */
export function firstEndingAfter(stretches: readonly TimeRange[], time: number): number {
  return partitionPoint(stretches.length, (at) => stretches[at]!.end > time)
}
