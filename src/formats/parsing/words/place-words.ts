import type { Word } from '#transcript/transcript.ts'
import type { RecognisedWord } from './recognised-word.ts'

/** How far after the previous word the next one is searched, in characters. */
const reach = 80

export interface TextRange {
  readonly from: number
  readonly to: number
}

/** Finds a word in a text at or soon after `from`, ignoring capitals and punctuation. */
export function findWord(text: string, word: string, from: number): TextRange | null {
  return findNext(text, word, from) ?? findNear(text, word, from)
}

/** Finds a word that directly follows in the text. */
export function findNext(text: string, word: string, from: number): TextRange | null {
  const spelled = word.trim()
  const next = skipBlank(text, from)
  if (text.startsWith(spelled, next)) return { from: next, to: next + spelled.length }
  return matchLetters(text, next, spelled)
}

function findNear(text: string, word: string, from: number): TextRange | null {
  const spelled = word.trim()
  const near = text.slice(from, from + reach + spelled.length).indexOf(spelled)
  if (near !== -1) return { from: from + near, to: from + near + spelled.length }
  for (let at = from + 1; at < Math.min(from + reach, text.length); at += 1) {
    const isWordStart = !isLetter(text[at - 1]!) && isLetter(text[at]!)
    const found = isWordStart ? matchLetters(text, at, spelled) : null
    if (found !== null) return found
  }
  return null
}

/** Compares only letters and digits, case-insensitively; skips punctuation before and between them. */
function matchLetters(text: string, at: number, word: string): TextRange | null {
  const letters = [...word.toLowerCase()].filter(isLetter)
  if (letters.length === 0) return null
  let from = -1
  let index = at
  for (const letter of letters) {
    const limit = index + 8
    while (index < text.length && index < limit && !isLetter(characterAt(text, index))) index += 1
    const found = characterAt(text, index)
    if (found.toLowerCase() !== letter) return null
    if (from === -1) from = index
    index += found.length
  }
  return { from, to: index }
}

function characterAt(text: string, index: number): string {
  const code = text.codePointAt(index)
  return code === undefined ? '' : String.fromCodePoint(code)
}

function isLetter(character: string): boolean {
  return /^[\p{L}\p{N}\p{M}]/u.test(character)
}

function skipBlank(text: string, from: number): number {
  let at = from
  while (at < text.length && /\s/.test(text[at]!)) at += 1
  return at
}

/** The word with its offsets and times; `null` if it has no times. */
export function timedWord(word: RecognisedWord, { from, to }: TextRange): Word | null {
  if (word.start === null) return null
  const times = { from, to, start: word.start, end: word.end ?? word.start }
  return {
    ...times,
    ...(word.confidence === null ? {} : { confidence: word.confidence }),
    ...(word.estimated ? { estimated: true } : {}),
  }
}
