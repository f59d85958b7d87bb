import type { Frames } from '../scoring/score-cache.ts'
import { framesPerSecond } from '../acoustic-features/mel-cepstra.ts'
import type { PlacedWord } from './viterbi.ts'
import type { WordRange } from './decode-window.ts'

/** A part of a window, and the words that may be said in it. */
export interface Stretch {
  readonly frames: Frames
  readonly words: WordRange
}

/** Long enough to tell words from chance, short enough to be searched for nothing. */
const longest = 25 * framesPerSecond
/** In less than this there is nothing to be told. */
const shortest = 5 * framesPerSecond
/** Where all stretches are shorter, words are scattered all over: there is speech, and it is hard to hear. */
const unbroken = 15 * framesPerSecond

export function beginningOf({ frames: { from, to }, words }: Stretch): Stretch {
  return { frames: { from, to: Math.min(to, from + longest) }, words }
}

/** The beginning of the longest stretch of a window in which no words were found; `null` where it is too short. */
export function unheardStretch(
  { frames: { from }, words: range }: Stretch,
  { words, frames }: { words: readonly PlacedWord[]; frames: number },
): Stretch | null {
  const windowEnd = from + frames
  let found = { from, to: from }
  let next = range.from
  for (let at = 0; at <= words.length; at++) {
    const before = words[at - 1]
    const stretch = { from: before?.end ?? from, to: words[at]?.start ?? windowEnd }
    if (stretch.to - stretch.from <= found.to - found.from) continue
    found = stretch
    next = before === undefined ? range.from : before.word + 1
  }
  if (found.to - found.from < unbroken) found = { from: found.from, to: windowEnd }
  const isTold = found.to - found.from >= shortest && next < range.to
  return isTold ? beginningOf({ frames: found, words: { from: next, to: range.to } }) : null
}
