/** A stretch of time, seconds; without an end it is a moment. */
interface Span {
  readonly start: number
  readonly end: number | null
}

/** For each stretch the words whose middle lies in it; a word that lies in none is in no group. Both in order of time. */
export function wordsWithin<T extends Span>(
  stretches: readonly Span[],
  words: readonly T[],
): T[][] {
  const groups: T[][] = stretches.map(() => [])
  let at = 0
  for (const word of words) {
    const middle = (word.start + (word.end ?? word.start)) / 2
    while (at + 1 < stretches.length && endOf(stretches[at]!) <= middle) at += 1
    const around = stretches[at]
    if (around === undefined || around.start > middle || endOf(around) < middle) continue
    groups[at]!.push(word)
  }
  return groups
}

function endOf({ start, end }: Span): number {
  return end ?? start
}
