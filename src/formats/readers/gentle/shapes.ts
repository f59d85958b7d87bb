import type { Score } from '../format.ts'
import { list, own } from '../../parsing/json/values.ts'

/** `{transcript, words: [{case, word, alignedWord, start, end, startOffset, endOffset}]}` */
export function scoreOf(value: unknown): Score {
  const words = list(own(value, 'words')).slice(0, 20)
  const isWord = (word: unknown) =>
    typeof own(word, 'case') === 'string' && typeof own(word, 'word') === 'string'
  return words.some(isWord) ? 'certain' : 'no'
}
