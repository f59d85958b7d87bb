import type { ProblemTally } from '#transcript/problem-tally.ts'
import { confidenceOf } from '../../parsing/json/times.ts'
import { asArray, property, asText } from '../../parsing/json/values.ts'
import { unspacedScript } from '../../parsing/words/compose-turns.ts'
import type { RecognisedWord } from '../../parsing/words/recognised-word.ts'
import { tokenTimesOf } from './times.ts'

/** Control tokens of the model: `[_BEG_]`, `[_TT_123]`, `<|endoftext|>`. */
const special = /^(?:\[_[A-Za-z_]+\d*\]|<\|[^|]*\|>)$/

/**
 * Joins a segment's tokens into words. A word begins at a token with a leading blank, or at every token of a script
 * without blanks. Punctuation is added to the text of its word, but its time is not: it is a pause. `null` if no token
 * has times.
 */
export function wordsOfTokens(value: unknown, tally: ProblemTally): RecognisedWord[] | null {
  const tokens = asArray(value).flatMap((token) => heardToken(token, tally))
  if (tokens.every(({ start }) => start === null)) return null
  const groups: RecognisedWord[][] = []
  for (const token of tokens) {
    const last = groups.at(-1)?.at(-1)
    if (last === undefined || beginsWord(token.text, last.text)) groups.push([token])
    else groups.at(-1)!.push(token)
  }
  return groups.map(joinTokens).filter(({ text }) => text.trim() !== '')
}

function heardToken(value: unknown, tally: ProblemTally): RecognisedWord[] {
  const text = asText(property(value, 'text'))
  if (text === undefined || text === '' || special.test(text.trim())) return []
  const confidence = confidenceOf(property(value, 'p'))
  return [{ text, ...tokenTimesOf(value, tally), confidence, speaker: undefined }]
}

function beginsWord(text: string, before: string): boolean {
  if (/^\s/.test(text)) return true
  if (!isSpoken(text)) return false
  return unspacedScript.test(text.slice(0, 1)) || unspacedScript.test(before.slice(-1))
}

/** Whether a token is more than punctuation. U+FFFD is part of a character, usually of a letter. */
function isSpoken(text: string): boolean {
  return /[\p{L}\p{N}\uFFFD]/u.test(text)
}

function joinTokens(tokens: readonly RecognisedWord[]): RecognisedWord {
  const text = tokens.map((token) => token.text).join('')
  const spoken = tokens.filter((token) => isSpoken(token.text))
  const timed = spoken.length === 0 ? tokens : spoken
  const sure = timed.flatMap(({ confidence }) => (confidence === null ? [] : [confidence]))
  return {
    text: text.normalize('NFC'),
    start: timed.find(({ start }) => start !== null)?.start ?? null,
    end: timed.findLast(({ end }) => end !== null)?.end ?? null,
    confidence: sure.length === 0 ? null : sure.reduce((sum, one) => sum + one, 0) / sure.length,
    speaker: undefined,
  }
}
