import type { TimeRange } from '#transcript/pauses.ts'

/** The place of the first of these that ends after a time; they are in order and do not overlap. */
export function firstEndingAfter(stretches: readonly TimeRange[], time: number): number {
  return firstPlace(stretches.length, (at) => stretches[at]!.end > time)
}

/** The first place for which it holds, of those for which it holds from some place on; else `length`. */
export function firstPlace(length: number, holds: (at: number) => boolean): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}
