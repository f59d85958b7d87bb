import { endsSentence } from '#transcript/conventions/sentence-ends.ts'
import type { Word } from '#transcript/transcript.ts'
import type { ParsedSegment } from '../parsed-transcript.ts'
import type { RecognisedWord } from './recognised-word.ts'
import { timedWord } from './place-words.ts'

/** A word from a list of words without a separate text. */
export interface TurnWord extends RecognisedWord {
  /** No blank separates it from the word before: punctuation, or a syllable. */
  readonly isAttached?: boolean
  /** The recogniser begins a paragraph, an utterance or a phrase at this word. */
  readonly beginsTurn?: boolean
}

/** A pause that ends a segment, seconds. */
const longPause = 1.5

/** A segment longer than `longText` ends at the next clause, one longer than `tooLong` at the next word, in characters. */
const longText = 240
const tooLong = 600

/**
 * Composes segments from a list of words. A new segment begins at a change of speaker, after a sentence, and after a
 * pause. Words are joined by blanks, except attached ones and those of scripts without blanks. Items without a time
 * (`start` is `null`) are added to the text of the word before.
 */
export function composeTurns(words: readonly TurnWord[]): ParsedSegment[] {
  const turns: TurnWord[][] = []
  let length = 0
  let lastEnd: number | null = null
  for (const word of words) {
    const turn = turns.at(-1)
    if (turn === undefined || endsBefore(word, { turn, length, lastEnd })) {
      turns.push([word])
      length = 0
    } else turn.push(word)
    length += word.text.length + 1
    lastEnd = word.end ?? word.start ?? lastEnd
  }
  return turns.map(composeTurn)
}

function endsBefore(
  word: TurnWord,
  { turn, length, lastEnd }: { turn: readonly TurnWord[]; length: number; lastEnd: number | null },
): boolean {
  const last = turn.at(-1)!
  if (word.isAttached) return false
  if (word.beginsTurn || word.speaker !== last.speaker) return true
  if (endsSentence(last.text)) return !/^\p{Ll}/u.test(word.text.trim())
  if (word.start !== null && lastEnd !== null && word.start - lastEnd > longPause) return true
  return length > tooLong || (length > longText && /[,;:،，、；：–—]$/u.test(last.text.trim()))
}

/** Composes one segment from words that belong together, as described at `composeTurns`. */
export function composeTurn(words: readonly TurnWord[]): ParsedSegment {
  const placed: Word[] = []
  let text = ''
  let isTimed = false
  for (const word of words) {
    const spelled = word.text.trim()
    if (spelled === '') continue
    if (needsBlank(text, word)) text += ' '
    const from = text.length
    text += spelled
    const timed = timedWord(word, { from, to: text.length })
    if (timed !== null) placed.push(timed)
    else if (isTimed && word.isAttached) {
      const before = placed.at(-1)!
      if (before.to === from) placed[placed.length - 1] = { ...before, to: text.length }
    }
    isTimed = timed !== null || (isTimed && word.isAttached === true)
  }
  const speaker = words.find((word) => word.speaker !== undefined)?.speaker
  return {
    text,
    start: placed[0]?.start ?? null,
    end: placed.at(-1)?.end ?? null,
    words: placed,
    ...(speaker === undefined ? {} : { speaker }),
  }
}

/** Characters of scripts that have no blanks between words. */
export const unspacedScript =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

function needsBlank(text: string, { text: next, isAttached }: TurnWord): boolean {
  if (text === '' || isAttached || /\s$/.test(text)) return false
  return !(unspacedScript.test(text.slice(-1)) && unspacedScript.test(next.trim().slice(0, 1)))
}
