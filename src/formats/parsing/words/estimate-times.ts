import { secondsPerLetter } from '#transcript/speech-pace.ts'
import type { RecognisedWord } from './recognised-word.ts'

/**
 * Estimates times for words that have none (in most recognisers, digits and signs): a share of the time between their
 * neighbours, in proportion to their letters. `bounds` are the times of the whole list, seconds. A word with neither
 * neighbours nor bounds stays without a time.
 */
export function estimateTimes(
  words: readonly RecognisedWord[],
  bounds: { readonly start: number | null; readonly end: number | null },
): RecognisedWord[] {
  const timed = [...words]
  for (let at = 0; at < words.length; at += 1) {
    if (!needsTime(words[at]!)) continue
    let end = at
    while (end < words.length && needsTime(words[end]!)) end += 1
    const before = words[at - 1]
    const from = before === undefined ? bounds.start : (before.end ?? before.start)
    const to = words[end]?.start ?? bounds.end
    share(timed, { at, end, from, to })
    at = end
  }
  return timed
}

const needsTime = ({ start, isUntimed }: RecognisedWord) => start === null && isUntimed !== true

function share(
  words: RecognisedWord[],
  { at, end, from, to }: { at: number; end: number; from: number | null; to: number | null },
): void {
  const letters = words.slice(at, end).map(({ text }) => Math.max(1, text.trim().length))
  const all = letters.reduce((sum, count) => sum + count, 0)
  const first = from ?? (to === null ? null : Math.max(0, to - all * secondsPerLetter))
  if (first === null) return
  const pace = to === null ? secondsPerLetter : Math.max(0, to - first) / all
  let start = first
  for (const [index, count] of letters.entries()) {
    const stop = start + count * pace
    words[at + index] = { ...words[at + index]!, start, end: stop, estimated: true }
    start = stop
  }
}
