import type { Score } from '../format.ts'
import { list, own } from '../../parsing/json/values.ts'

/** The BBC's service wraps what its Kaldi writes in a `retval`. */
export function answerIn(value: unknown): unknown {
  return own(value, 'retval') ?? value
}

/** `{retval: {words: [{start, end, word, punct}]}}`, or what is in the `retval` alone. */
export function scoreOf(value: unknown): Score {
  const words = list(own(answerIn(value), 'words')).slice(0, 20)
  const isWrapped = own(value, 'retval') !== undefined
  const spelled = isWrapped ? ['punct', 'word'] : ['punct']
  const isWord = (word: unknown) =>
    spelled.some((key) => typeof own(word, key) === 'string') && own(word, 'start') !== undefined
  return words.some(isWord) ? 'certain' : 'no'
}
