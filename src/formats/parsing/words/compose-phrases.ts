import type { Word } from '#transcript/transcript.ts'
import type { ParsedSegment } from '../parsed-transcript.ts'
import { unspacedScript } from './compose-turns.ts'

/** A piece of an utterance with times of its own: a word or a few. */
export interface Phrase {
  readonly text: string
  /** Seconds. */
  readonly start: number | null
  readonly end: number | null
  /** The times were computed from the neighbours. */
  readonly isEstimated?: boolean
}

/**
 * Composes one segment from the pieces of an utterance. A piece of one word gives the word its times; the words of a
 * longer piece share its time in proportion to their letters, marked as estimated. If some pieces bring the blanks
 * between them, the pieces are joined as they are, else with blanks.
 */
export function composePhrases(
  phrases: readonly Phrase[],
): Pick<ParsedSegment, 'text' | 'start' | 'end' | 'words'> {
  const spoken = phrases.filter(({ text }) => text.trim() !== '')
  const bringBlanks = spoken.slice(0, -1).some(({ text }) => /\s$/.test(text))
  const words: Word[] = []
  let text = ''
  for (const phrase of spoken) {
    const written = phrase.text.replace(/\s+/g, ' ')
    const piece = text === '' || text.endsWith(' ') ? written.trimStart() : written
    const isApart = !bringBlanks && text !== '' && !/\s$/.test(text) && !/^\s/.test(piece)
    if (isApart && !(unspacedScript.test(text.slice(-1)) && unspacedScript.test(piece[0]!)))
      text += ' '
    if (spoken.length > 1) {
      for (const word of wordsOf({ ...phrase, text: piece }, text.length)) words.push(word)
    }
    text += piece
  }
  const end = phrases.findLast((phrase) => phrase.end !== null)?.end ?? null
  return { text, start: phrases[0]?.start ?? null, end, words }
}

function wordsOf({ text, start, end, isEstimated }: Phrase, offset: number): Word[] {
  if (start === null || end === null || end <= start) return []
  const found = [...text.matchAll(/\S+/g)]
  const letters = found.reduce((sum, [word]) => sum + word.length, 0)
  const pace = (end - start) / letters
  let at = start
  return found.map(({ 0: word, index }, place) => {
    const begin = at
    at = place === found.length - 1 ? end : at + word.length * pace
    const from = offset + index
    const times = { from, to: from + word.length, start: begin, end: at }
    return isEstimated || found.length > 1 ? { ...times, estimated: true } : times
  })
}
