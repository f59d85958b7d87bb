import { isRecord, list, own } from '../../parsing/json/values.ts'
import { field } from './durations.ts'

/** How many results, and words, are looked at to recognise a file. */
const looked = 20

/**
 * The results of Google's Speech-to-Text: `{results: [{alternatives: [{transcript, words}]}]}`, perhaps inside the
 * `response` of an operation, in a list of streamed responses, or under the names of the files of a batch; then
 * they are the first file's. `null` for any other JSON.
 */
export function resultsIn(value: unknown): readonly unknown[] | null {
  const responses = Array.isArray(value) ? (value as readonly unknown[]) : [value]
  const results = responses.flatMap((response) => resultsOf(own(response, 'response') ?? response))
  return results.slice(0, looked).some(isResult) ? results : null
}

/** How many files a batch's response holds. */
export function filesIn(value: unknown): number {
  const results = own(own(value, 'response') ?? value, 'results')
  return isRecord(results) ? Object.keys(results).length : 1
}

function resultsOf(response: unknown): readonly unknown[] {
  const results = own(response, 'results')
  if (!isRecord(results)) return list(results)
  const file = own(results, Object.keys(results)[0] ?? '')
  const transcript = field(
    own(file, 'inlineResult') ?? own(file, 'inline_result') ?? file,
    'transcript',
  )
  return list(own(transcript, 'results'))
}

function isResult(value: unknown): boolean {
  return hasTimedWords(value) || typeof own(firstAlternative(value), 'transcript') === 'string'
}

export function firstAlternative(result: unknown): unknown {
  return list(own(result, 'alternatives'))[0]
}

/** What no other vendor writes. */
export function isSurelyGoogle(result: unknown): boolean {
  const ends = ['resultEndTime', 'resultEndOffset'].some(
    (name) => field(result, name) !== undefined,
  )
  return hasTimedWords(result) || (ends && firstAlternative(result) !== undefined)
}

function hasTimedWords(result: unknown): boolean {
  const words = list(own(firstAlternative(result), 'words'))
  return words.slice(0, looked).some((word) => {
    if (typeof own(word, 'word') !== 'string') return false
    return ['startTime', 'endTime', 'startOffset', 'endOffset'].some((name) => {
      const time = field(word, name)
      return isRecord(time) || (typeof time === 'string' && time.endsWith('s'))
    })
  })
}

/** IBM Watson has the same `results[].alternatives[].transcript`. */
export function looksLikeWatson(value: unknown, results: readonly unknown[]): boolean {
  if (
    isRecord(value) &&
    ['result_index', 'speaker_labels'].some((key) => Object.hasOwn(value, key))
  )
    return true
  return results.slice(0, looked).some((result) => {
    const heard = firstAlternative(result)
    const isTimed = own(heard, 'timestamps') !== undefined
    return isTimed || typeof own(result, 'final') === 'boolean'
  })
}
