import type { TimedWord } from '../onset-refinement/refine-onsets.ts'
import type { ScriptWord } from '../script.ts'

/** Words of one line without a pause between them: their times are right or wrong together. */
export interface BreathGroup {
  readonly words: readonly TimedWord[]
  /** Log-likelihood ratio over all words, nats per frame. */
  readonly likelihoodRatio: number
}

/** A pause that ends a group, seconds. */
const pause = 0.35
const mostWords = 16

export function breathGroupsOf(
  words: readonly TimedWord[],
  spoken: readonly ScriptWord[],
): BreathGroup[] {
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
  return groups.map((each) => ({ words: each, likelihoodRatio: likelihoodRatioOf(each) }))
}

function likelihoodRatioOf(words: readonly TimedWord[]): number {
  const frames = words.reduce((sum, word) => sum + word.frames, 0)
  return words.reduce((sum, word) => sum + word.likelihoodRatio * word.frames, 0) / frames
}
