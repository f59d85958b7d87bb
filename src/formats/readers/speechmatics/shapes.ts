import type { Score } from '../format.ts'
import { isRecord, asArray, property } from '../../parsing/json/values.ts'

/** How many elements detection examines. */
const sampleSize = 20

export function scoreSpeechmatics(value: unknown): Score {
  const hasFormat = /^[12]\.\d+$/.test(String(property(value, 'format')))
  if (isSecondVersion(value)) return hasFormat ? 'certain' : 'likely'
  return isFirstVersion(value) ? 'certain' : 'no'
}

/** `{results: [{type, start_time, alternatives: [{content}]}]}` */
export function isSecondVersion(value: unknown): boolean {
  const results = asArray(property(value, 'results')).slice(0, sampleSize)
  return results.some(
    (result) =>
      isRecord(result) &&
      typeof property(result, 'type') === 'string' &&
      Object.hasOwn(result, 'start_time') &&
      typeof property(asArray(property(result, 'alternatives'))[0], 'content') === 'string',
  )
}

/** `{words: [{name, time, duration}]}` */
function isFirstVersion(value: unknown): boolean {
  const words = asArray(property(value, 'words')).slice(0, sampleSize)
  return words.some(
    (word) =>
      isRecord(word) &&
      typeof property(word, 'name') === 'string' &&
      Object.hasOwn(word, 'time') &&
      Object.hasOwn(word, 'duration'),
  )
}
