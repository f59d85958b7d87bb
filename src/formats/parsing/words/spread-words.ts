import type { Word } from '#transcript/transcript.ts'
import type { RecognisedWord } from './recognised-word.ts'
import { findNext, findWord, timedWord, type TextRange } from './place-words.ts'

/**
 * Finds the words of a whole recording in the texts of its segments, in order. Each word is searched directly after the
 * previous one, then at the beginning of the next segment, then a little further in both. Returns the words of each
 * text, and how many were not found.
 */
export function spreadWords(
  texts: readonly string[],
  words: readonly RecognisedWord[],
): { placed: Word[][]; lost: number } {
  const placed: Word[][] = texts.map(() => [])
  let segment = 0
  let offset = 0
  let lost = 0
  for (const word of words) {
    const found = locate(texts, segment, offset, word.text)
    if (found === null) {
      lost += 1
      continue
    }
    segment = found.segment
    offset = found.place.to
    const timed = timedWord(word, found.place)
    if (timed !== null) placed[segment]!.push(timed)
  }
  return { placed, lost }
}

function locate(
  texts: readonly string[],
  segment: number,
  offset: number,
  word: string,
): { segment: number; place: TextRange } | null {
  const here = texts[segment]
  if (here === undefined) return null
  const next = nextWithText(texts, segment)
  const tries = [
    () => attempt(segment, findNext(here, word, offset)),
    () => attempt(next, findNext(texts[next] ?? '', word, 0)),
    () => attempt(segment, findWord(here, word, offset)),
    () => attempt(next, findWord(texts[next] ?? '', word, 0)),
  ]
  for (const look of tries) {
    const found = look()
    if (found !== null) return found
  }
  return null
}

function attempt(
  segment: number,
  place: TextRange | null,
): { segment: number; place: TextRange } | null {
  return place === null ? null : { segment, place }
}

/** Looks only a few segments ahead, so that runs of empty segments cost constant time. */
function nextWithText(texts: readonly string[], segment: number): number {
  for (let next = segment + 1; next < segment + 5; next += 1) {
    if ((texts[next] ?? '').trim() !== '') return next
  }
  return segment + 1
}
