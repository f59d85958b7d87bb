import type { TimedWord } from '../onset-refinement/refine-onsets.ts'
import type { SpokenWord } from '../script.ts'

/** Words that are said in one breath, of one line: they are right or wrong together. */
export interface Phrase {
  readonly words: readonly TimedWord[]
  /** A frame, over all of them. */
  readonly likeness: number
}

/** A pause that ends a phrase, seconds. */
const pause = 0.35
const mostWords = 16

export function phrasesOf(words: readonly TimedWord[], spoken: readonly SpokenWord[]): Phrase[] {
  const phrases: TimedWord[][] = []
  for (const word of words) {
    const open = phrases.at(-1)
    const last = open?.at(-1)
    const goesOn =
      open !== undefined &&
      last !== undefined &&
      spoken[last.word]!.line === spoken[word.word]!.line &&
      word.start - last.end < pause &&
      !last.gapAfter &&
      open.length < mostWords
    if (goesOn) open.push(word)
    else phrases.push([word])
  }
  return phrases.map((each) => ({ words: each, likeness: likenessOf(each) }))
}

function likenessOf(words: readonly TimedWord[]): number {
  const frames = words.reduce((sum, word) => sum + word.frames, 0)
  return words.reduce((sum, word) => sum + word.likeness * word.frames, 0) / frames
}
