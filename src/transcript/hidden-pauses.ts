import type { Line } from './line.ts'
import type { Word } from './transcript.ts'

/** Slow speech, seconds a letter: a word as long as its letters at this pace is not suspicious. */
const slowSecondsPerLetter = 0.12
const shortestWord = 0.3
/** How long past that a word may stay marked, seconds (hyperaudio-lite-editor #372). */
const tolerance = 2

/**
 * Recognisers hide a pause in the word before it. For display, such a word ends where its letters
 * suggest, plus two seconds; the transcript itself keeps what the file says.
 */
export function capHiddenPauses(line: Line): Line {
  if (!line.words.some((word) => word.end > latestEnd(word))) return line
  return {
    ...line,
    words: line.words.map((word) => ({ ...word, end: Math.min(word.end, latestEnd(word)) })),
  }
}

const latestEnd = ({ from, to, start }: Word) =>
  start + Math.max(shortestWord, (to - from) * slowSecondsPerLetter) + tolerance
