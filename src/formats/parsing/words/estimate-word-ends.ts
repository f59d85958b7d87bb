import { secondsPerLetter } from '#transcript/speech-pace.ts'
import type { RecognisedWord } from './recognised-word.ts'

/** No word is longer than this, seconds: the rest is a pause. */
const longestWord = 1.5
const shortest = 0.3

/**
 * Estimates the ends of words that have only a start: the start of the next word, or earlier, after the usual time of
 * their letters.
 */
export function estimateWordEnds<W extends RecognisedWord>(words: readonly W[]): W[] {
  return words.map((word, at) => {
    const { start, end, text } = word
    if (start === null || (end !== null && end > start)) return word
    const next = words[at + 1]?.start ?? null
    // a word without length at the time of the next one leaves that one its time
    if (end === start && next === start) return { ...word, estimated: true }
    const isNear = next !== null && next > start && next - start <= longestWord
    const said = start + Math.max(shortest, text.trim().length * secondsPerLetter)
    return { ...word, end: isNear ? next : said, estimated: true }
  })
}
