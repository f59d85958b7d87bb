import type { TimedWord } from '../onset-refinement/refine-onsets.ts'
import type { ScriptWord } from '../script.ts'

/** Words that are said in one breath, of one line: they are right or wrong together. */
export interface BreathGroup {
  readonly words: readonly TimedWord[]
  /** A frame, over all of them. */
  readonly likelihoodRatio: number
}

/** A pause that ends a phrase, seconds. */
const pause = 0.35
const mostWords = 16

export function breathGroupsOf(
  words: readonly TimedWord[],
  spoken: readonly ScriptWord[],
): BreathGroup[] {
  const phrases: TimedWord[][] = []
  for (const word of words) {
    const open = phrases.at(-1)
    const last = open?.at(-1)
    const goesOn =
      open !== undefined &&
      last !== undefined &&
      spoken[last.word]!.line === spoken[word.word]!.line &&
      word.start - last.end < pause &&
      !last.fillerAfter &&
      open.length < mostWords
    if (goesOn) open.push(word)
    else phrases.push([word])
  }
  return phrases.map((each) => ({ words: each, likelihoodRatio: likelihoodRatioOf(each) }))
}

function likelihoodRatioOf(words: readonly TimedWord[]): number {
  const frames = words.reduce((sum, word) => sum + word.frames, 0)
  return words.reduce((sum, word) => sum + word.likelihoodRatio * word.frames, 0) / frames
}
