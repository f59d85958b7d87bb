import type { ParsedSegment } from '../parsed-transcript.ts'
import { isSound } from '#transcript/conventions/sound.ts'
import { estimateWordEnds } from './estimate-word-ends.ts'
import { composeTurns, unspacedScript, type TurnWord } from './compose-turns.ts'
import { estimateTimes } from './estimate-times.ts'
import type { RecognisedWord } from './recognised-word.ts'

/** Files with fewer segments are read unchanged: `Yes.` and `No.` are a conversation, not a list of words. */
const fewest = 4
/** The share of segments that must be single words. */
const most = 0.75
const longestWord = 40
/** A word longer than this takes no more attachments, in characters. */
const longestGlued = 100
/** The limit for scripts without blanks, where a long text may have none. */
const longestUnspaced = 6

/**
 * Composes sentences for a file with one segment per word; `null` if its segments are longer. If the words include
 * blanks, before or after, a word without one is attached; if they do not, only punctuation is.
 */
export function composeSingleWords(texts: readonly RecognisedWord[]): ParsedSegment[] | null {
  const words = texts.filter(({ text }) => text.trim() !== '')
  if (words.length < fewest) return null
  const single = words.filter(({ text }) => isSingleWord(text.trim()))
  if (single.length < words.length * most) return null
  const bounds = { start: null, end: null }
  return composeTurns(setSoundsApart(estimateWordEnds(estimateTimes(glue(words), bounds))))
}

/** Makes a sound description such as `[door slams]` a segment of its own. */
function setSoundsApart(words: readonly RecognisedWord[]): TurnWord[] {
  return words.map((word, at) => {
    const before = words[at - 1]?.text ?? ''
    return { ...word, beginsTurn: isSound(word.text.trim()) || isSound(before.trim()) }
  })
}

function isSingleWord(text: string): boolean {
  if (/\s/.test(text) || isSound(text)) return false
  return text.length <= (unspacedScript.test(text) ? longestUnspaced : longestWord)
}

/** Attaches syllables and punctuation to their words. */
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

/** Whether a text is punctuation that belongs to the word before it. */
export function isMark(text: string): boolean {
  return /^[.,;:!?…%)\]}”’»。！？、，；：」』]+$/u.test(text.trim())
}

/** Whether punctuation has a blank before it on purpose: the words have none, or it is an ellipsis. */
function standsApart(text: string, { bringsBlanks }: { bringsBlanks: boolean }): boolean {
  if (!/^\s/.test(text) || !isMark(text)) return false
  return !bringsBlanks || /^\s+(?:…|\.{2,})\s*$/.test(text)
}

/** The first word of a passage has no blank, nor has any word of a script without blanks. */
function beginsAnew(text: string): boolean {
  return /^\p{Lu}\p{Ll}/u.test(text) || unspacedScript.test(text[0] ?? '')
}
