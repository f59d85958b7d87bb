import type { RecognisedWord } from './recognised-word.ts'

/** Seconds a letter, where nothing says how quickly somebody speaks. */
const usualPace = 0.06

/**
 * Gives words without times (digits and signs, in most recognisers) a share of the time between their
 * neighbours, by their letters, and marks them as estimated. `bounds` are those of all the words, seconds; where
 * neither a neighbour nor they say when, a word stays without.
 */
export function estimateTimes(
  words: readonly RecognisedWord[],
  bounds: { readonly start: number | null; readonly end: number | null },
): RecognisedWord[] {
  const timed = [...words]
  for (let at = 0; at < words.length; at += 1) {
    if (words[at]!.start !== null) continue
    let end = at
    while (end < words.length && words[end]!.start === null) end += 1
    const before = words[at - 1]
    const from = before === undefined ? bounds.start : (before.end ?? before.start)
    const to = words[end]?.start ?? bounds.end
    share(timed, { at, end, from, to })
    at = end
  }
  return timed
}

function share(
  words: RecognisedWord[],
  { at, end, from, to }: { at: number; end: number; from: number | null; to: number | null },
): void {
  const letters = words.slice(at, end).map(({ text }) => Math.max(1, text.trim().length))
  const all = letters.reduce((sum, count) => sum + count, 0)
  const first = from ?? (to === null ? null : Math.max(0, to - all * usualPace))
  if (first === null) return
  const pace = to === null ? usualPace : Math.max(0, to - first) / all
  let start = first
  for (const [index, count] of letters.entries()) {
    const stop = start + count * pace
    words[at + index] = { ...words[at + index]!, start, end: stop, estimated: true }
    start = stop
  }
}
