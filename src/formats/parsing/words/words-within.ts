/** A time range in seconds; without an end, a moment. */
interface Span {
  readonly start: number
  readonly end: number | null
}

/**
 * Groups words by the range that contains their middle; a word outside all ranges is in no group. Both lists are sorted
 * by time.
 */
export function wordsWithin<T extends Span>(ranges: readonly Span[], words: readonly T[]): T[][] {
  const groups: T[][] = ranges.map(() => [])
  let at = 0
  for (const word of words) {
    const middle = (word.start + (word.end ?? word.start)) / 2
    while (at + 1 < ranges.length && endOf(ranges[at]!) <= middle) at += 1
    const around = ranges[at]
    if (around === undefined || around.start > middle || endOf(around) < middle) continue
    groups[at]!.push(word)
  }
  return groups
}

function endOf({ start, end }: Span): number {
  return end ?? start
}
