import type { ParsedSegment } from '../parsed-transcript.ts'
import { isSound } from '#transcript/conventions/sound.ts'
import { estimateWordEnds } from './estimate-word-ends.ts'
import { composeTurns, unparted, type TurnWord } from './compose-turns.ts'
import { estimateTimes } from './estimate-times.ts'
import type { RecognisedWord } from './recognised-word.ts'

/** Fewer segments than this are read as they stand: `Yes.` and `No.` are a talk, not words. */
const fewest = 4
/** The part of the segments that have to be one word each. */
const most = 0.75
const longestWord = 40
/** Nothing is joined to a word that has become longer than this. */
const longestGlued = 100
/** In scripts without blanks, where a long text may hold none. */
const longestUnparted = 6

/**
 * Segments for a file that has one segment a word; `null` where its segments are longer. Words bring the
 * blank before or behind them, or none at all; then only punctuation belongs to the word before.
 */
export function composeSingleWords(texts: readonly RecognisedWord[]): ParsedSegment[] | null {
  const words = texts.filter(({ text }) => text.trim() !== '')
  if (words.length < fewest) return null
  const single = words.filter(({ text }) => isSingleWord(text.trim()))
  if (single.length < words.length * most) return null
  const bounds = { start: null, end: null }
  return composeTurns(setSoundsApart(estimateWordEnds(estimateTimes(glue(words), bounds))))
}

/** `[door slams]` is a segment of its own among words. */
function setSoundsApart(words: readonly RecognisedWord[]): TurnWord[] {
  return words.map((word, at) => {
    const before = words[at - 1]?.text ?? ''
    return { ...word, beginsTurn: isSound(word.text.trim()) || isSound(before.trim()) }
  })
}

function isSingleWord(text: string): boolean {
  if (/\s/.test(text) || isSound(text)) return false
  return text.length <= (unparted.test(text) ? longestUnparted : longestWord)
}

/** Joins syllables and punctuation to the word they belong to. */
function glue(words: readonly RecognisedWord[]): RecognisedWord[] {
  const spoken = words.filter(({ text }) => !isMark(text))
  const half = spoken.length / 2
  const blanksBefore = spoken.filter(({ text }) => /^\s/.test(text)).length > half
  const blanksBehind = !blanksBefore && spoken.filter(({ text }) => /\s$/.test(text)).length > half
  const bringsBlanks = blanksBefore || blanksBehind
  const whole: RecognisedWord[] = []
  for (const word of words) {
    const before = whole.at(-1)
    const isPart =
      (blanksBefore && !/^\s/.test(word.text)) || (blanksBehind && !/\s$/.test(before?.text ?? ' '))
    const isApart = standsApart(word.text, { bringsBlanks })
    const belongs = !isApart && (isMark(word.text) || (isPart && !beginsAnew(word.text)))
    const isFull = before === undefined || before.text.length > longestGlued
    if (isFull || before.speaker !== word.speaker || !belongs) whole.push(word)
    else whole[whole.length - 1] = join(before, word)
  }
  return whole
}

function join(before: RecognisedWord, part: RecognisedWord): RecognisedWord {
  const text = isMark(part.text)
    ? before.text.trimEnd() + part.text.trimStart()
    : before.text + part.text
  const end = isMark(part.text) ? before.end : (part.end ?? before.end)
  return { ...before, text, end }
}

/** Punctuation that goes with the word before it. */
export function isMark(text: string): boolean {
  return /^[.,;:!?…%)\]}”’»。！？、，；：」』]+$/u.test(text.trim())
}

/**
 * A mark with a blank of its own, where words have none or where it is an ellipsis: then the blank is no habit of
 * the writer’s.
 */
function standsApart(text: string, { bringsBlanks }: { bringsBlanks: boolean }): boolean {
  if (!/^\s/.test(text) || !isMark(text)) return false
  return !bringsBlanks || /^\s+(?:…|\.{2,})\s*$/.test(text)
}

/** The first word of a passage comes without a blank; so does each in a script that has none. */
function beginsAnew(text: string): boolean {
  return /^\p{Lu}\p{Ll}/u.test(text) || unparted.test(text[0] ?? '')
}
