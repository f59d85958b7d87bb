/**
 * Recognisers hallucinate on music and lists: repetition loops, or more words than anybody can say. These limits
 * remove them, at the price of losing some real speech.
 */

/** Fast speech is under 5; auctioneers reach 6. */
const mostWordsPerSecond = 6
/** Word pieces: fast speech is under 7. */
const mostTokensPerSecond = 10
/** Times in a row; people do say "no, no, no" and "very, very, very". */
const mostRepeats = 4
/** Longest repeated unit, in words or word pieces. */
const maxLoopLength = 12

/** Limit on the tokens of an audio chunk. */
export const maxTokens = (seconds: number) => Math.ceil(seconds * mostTokensPerSecond) + 2

/** Whether the decoder is in a repetition loop. */
export function isLooping(tokens: readonly number[]): boolean {
  for (let length = 1; length <= maxLoopLength; length++) {
    if (repeatsAtEnd(tokens, length) >= 2 * mostRepeats) return true
  }
  return false
}

function repeatsAtEnd<T>(row: readonly T[], length: number): number {
  let same = 0
  while (row.length - 1 - same - length >= 0) {
    if (row[row.length - 1 - same] !== row[row.length - 1 - same - length]) break
    same++
  }
  return Math.floor(same / length) + 1
}

/** The recognised text with loops reduced to one repetition, and no more words than can be said in the time. */
export function withoutHallucinations(text: string, seconds: number): string {
  const words = text.split(/\s+/).filter((word) => word !== '')
  const most = Math.ceil(seconds * mostWordsPerSecond)
  return withoutLoops(words).slice(0, most).join(' ')
}

const bare = (word: string) => word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

function withoutLoops(words: readonly string[]): string[] {
  const kept: string[] = []
  const keptBare: string[] = []
  for (const word of words) {
    kept.push(word)
    keptBare.push(bare(word))
    for (let length = 1; length <= maxLoopLength; length++) {
      if (repeatsAtEnd(keptBare, length) <= mostRepeats) continue
      // Drops the repetition that was just added.
      kept.length -= length
      keptBare.length -= length
    }
  }
  return kept
}
