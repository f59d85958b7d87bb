import type { Score } from '../format.ts'
import { asArray, property } from '../../parsing/json/values.ts'

/** The response, which the BBC's service wraps in `retval`. */
export function answerIn(value: unknown): unknown {
  return property(value, 'retval') ?? value
}

/** `{retval: {words: [{start, end, word, punct}]}}`, with or without `retval`. */
export function scoreKaldiJson(value: unknown): Score {
  const words = asArray(property(answerIn(value), 'words')).slice(0, 20)
  const isWrapped = property(value, 'retval') !== undefined
  const spelled = isWrapped ? ['punct', 'word'] : ['punct']
  const isWord = (word: unknown) =>
    spelled.some((key) => typeof property(word, key) === 'string') &&
    property(word, 'start') !== undefined
  return words.some(isWord) ? 'certain' : 'no'
}
