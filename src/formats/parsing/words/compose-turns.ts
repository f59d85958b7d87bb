import type { Word } from '#transcript/transcript.ts'
import type { ParsedSegment } from '../parsed-transcript.ts'
import type { RecognisedWord } from './recognised-word.ts'
import { timedWord } from './place-words.ts'

/** A word of a list that is all there is of a text. */
export interface TurnWord extends RecognisedWord {
  /** Punctuation and syllables, which no blank parts from the word before them. */
  readonly isAttached?: boolean
  /** The recogniser begins a paragraph, an utterance, a phrase with it. */
  readonly beginsTurn?: boolean
}

/** A pause that ends a segment, seconds. */
const longPause = 1.5

/** Characters after which a segment ends with the next clause, and after which with the next word. */
const longText = 240
const tooLong = 600

/**
 * Segments for a list of words: a new one where somebody else speaks, where a sentence has ended, or after a
 * pause. Texts are the words with a blank between them, but for what is attached and for scripts that are
 * written without; what has no time of its own (`start` is `null`) is text, and belongs to the word before it.
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
  if (/[.!?…。！？؟।]["'”’)\]»]*$/u.test(last.text.trim()))
    return !/^\p{Ll}/u.test(word.text.trim())
  if (word.start !== null && lastEnd !== null && word.start - lastEnd > longPause) return true
  return length > tooLong || (length > longText && /[,;:،，、；：–—]$/u.test(last.text.trim()))
}

/** One segment of words that belong together; see `composeTurns`. */
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

/** Scripts that are written without blanks between words. */
export const unparted =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

function needsBlank(text: string, { text: next, isAttached }: TurnWord): boolean {
  if (text === '' || isAttached || /\s$/.test(text)) return false
  return !(unparted.test(text.slice(-1)) && unparted.test(next.trim().slice(0, 1)))
}
