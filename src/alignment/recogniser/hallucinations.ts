/**
 * The recogniser makes things up on music and lists: the same words over and over, or more words than anybody
 * could say. What is said is rather lost than made up.
 */

/** Fast speech is under 5; auctioneers reach 6. */
const mostWordsPerSecond = 6
/** Pieces of words: fast speech is under 7. */
const mostTokensPerSecond = 10
/** Times in a row: "no, no, no" is said, and "very, very, very", too. */
const mostRepeats = 4
/** Longer ones are sentences. */
const longestRefrain = 12

/** Where to stop at the latest. */
export const mostTokensIn = (seconds: number) => Math.ceil(seconds * mostTokensPerSecond) + 2

/** Whether the end says the same so often that it will not stop by itself. */
export function repeatsItself(tokens: readonly number[]): boolean {
  for (let length = 1; length <= longestRefrain; length++) {
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

/** What was written for so many seconds, with refrains said once and no more words than can be said. */
export function withoutRunaway(text: string, seconds: number): string {
  const words = text.split(/\s+/).filter((word) => word !== '')
  const most = Math.ceil(seconds * mostWordsPerSecond)
  return withoutRefrains(words).slice(0, most).join(' ')
}

const bare = (word: string) => word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

function withoutRefrains(words: readonly string[]): string[] {
  const kept: string[] = []
  const keptBare: string[] = []
  for (const word of words) {
    kept.push(word)
    keptBare.push(bare(word))
    for (let length = 1; length <= longestRefrain; length++) {
      if (repeatsAtEnd(keptBare, length) <= mostRepeats) continue
      // From the first time on every other one goes, as it comes.
      kept.length -= length
      keptBare.length -= length
    }
  }
  return kept
}
