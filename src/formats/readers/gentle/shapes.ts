import type { Score } from '../format.ts'
import { asArray, property } from '../../parsing/json/values.ts'

/** `{transcript, words: [{case, word, alignedWord, start, end, startOffset, endOffset}]}` */
export function scoreGentle(value: unknown): Score {
  const words = asArray(property(value, 'words')).slice(0, 20)
  const isWord = (word: unknown) =>
    typeof property(word, 'case') === 'string' && typeof property(word, 'word') === 'string'
  return words.some(isWord) ? 'certain' : 'no'
}
