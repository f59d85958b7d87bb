import { framesPerSecond } from '../acoustic-features/frames.ts'
import type { FrameRange } from '../acoustic-features/frames.ts'
import type { WordRange } from './decode-window.ts'
import type { DecodedWord } from './viterbi.ts'

/** A part of a window, and the words that may be spoken in it. */
export interface WindowPart {
  readonly frames: FrameRange
  readonly words: WordRange
}

/** Sample for the decoy test: long enough to tell words from chance, short enough to decode twice. */
const maxFrames = 25 * framesPerSecond
/** Shorter samples decide nothing. */
const minFrames = 5 * framesPerSecond
/** If every unmatched range is shorter, matches are scattered: the audio is speech that matches poorly. */
const minStretch = 15 * framesPerSecond

export function beginningOfPart({ frames: { from, to }, words }: WindowPart): WindowPart {
  return { frames: { from, to: Math.min(to, from + maxFrames) }, words }
}

/** The beginning of the longest part of a window without matched words; `null` if it is too short for a decoy test. */
export function longestUnmatchedPart(
  { frames: { from }, words: range }: WindowPart,
  { words, frames }: { words: readonly DecodedWord[]; frames: number },
): WindowPart | null {
  const windowEnd = from + frames
  let longest = { from, to: from }
  let next = range.from
  for (let at = 0; at <= words.length; at++) {
    const before = words[at - 1]
    const unmatched = { from: before?.end ?? from, to: words[at]?.start ?? windowEnd }
    if (unmatched.to - unmatched.from <= longest.to - longest.from) continue
    longest = unmatched
    next = before === undefined ? range.from : before.word + 1
  }
  if (longest.to - longest.from < minStretch) longest = { from: longest.from, to: windowEnd }
  const isLongEnough = longest.to - longest.from >= minFrames && next < range.to
  return isLongEnough
    ? beginningOfPart({ frames: longest, words: { from: next, to: range.to } })
    : null
}
