import type { RecognisedWord } from './recognised-word.ts'

/** Longer than any word lasts, seconds: what follows is a pause. */
const longestWord = 1.5
/** Seconds a letter and for the shortest word, as `repairTimes` has them. */
const pace = 0.06
const shortest = 0.3

/**
 * Gives words that only say when they begin an end: where the next one begins, or after the time they take
 * to say, and marks them as estimated.
 */
export function estimateWordEnds<W extends RecognisedWord>(words: readonly W[]): W[] {
  return words.map((word, at) => {
    const { start, end, text } = word
    if (start === null || (end !== null && end > start)) return word
    const next = words[at + 1]?.start ?? null
    const isNear = next !== null && next > start && next - start <= longestWord
    const said = start + Math.max(shortest, text.trim().length * pace)
    return { ...word, end: isNear ? next : said, estimated: true }
  })
}
