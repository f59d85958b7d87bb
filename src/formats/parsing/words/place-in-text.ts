import type { ProblemTally } from '#transcript/problem-tally.ts'
import type { Word } from '#transcript/transcript.ts'
import { orderByStart } from './compose-channels.ts'
import { estimateTimes } from './estimate-times.ts'
import type { RecognisedWord } from './recognised-word.ts'
import { spreadWords } from './spread-words.ts'

/** A text with a separate list of its words, and times of its own, seconds. */
export interface RecognisedText {
  readonly text: string
  readonly start: number | null
  readonly end: number | null
  readonly words: readonly RecognisedWord[]
}

/**
 * Finds the words of a text in the text. Words without times get estimated ones; words that are not found are counted
 * under `word-unplaced`.
 */
export function placeInText(
  { text, start, end, words }: RecognisedText,
  tally: ProblemTally,
): Word[] {
  const timed = estimateTimes(words, { start, end })
  let { placed, lost } = spreadWords([text], timed)
  const sorted = lost === 0 ? timed : orderByStart(timed)
  if (lost > 0 && sorted.some((word, at) => word !== timed[at])) {
    // a damaged list may be in another order than its text
    const again = spreadWords([text], sorted)
    if (again.lost < lost) ({ placed, lost } = again)
  }
  for (let index = 0; index < lost; index += 1) tally.count('word-unplaced')
  return placed[0]!
}
