import type { TimedWord } from '../onset-refinement/refine-onsets.ts'
import type { ScriptWord } from '../script.ts'

/** A pause that ends a group, seconds. */
const pause = 0.35
const mostWords = 16

/** Breath groups: words of one line without a pause between them, whose times are right or wrong together. */
export function breathGroupsOf(
  words: readonly TimedWord[],
  spoken: readonly ScriptWord[],
): TimedWord[][] {
  const groups: TimedWord[][] = []
  for (const word of words) {
    const open = groups.at(-1)
    const last = open?.at(-1)
    const goesOn =
      open !== undefined &&
      last !== undefined &&
      spoken[last.word]!.line === spoken[word.word]!.line &&
      word.start - last.end < pause &&
      !last.fillerAfter &&
      open.length < mostWords
    if (goesOn) open.push(word)
    else groups.push([word])
  }
  return groups
}
