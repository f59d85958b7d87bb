import { isRecord, asArray, property } from '../../parsing/json/values.ts'
import { eitherCase } from './durations.ts'

/** How many results, and words, detection examines. */
const sampleSize = 20

/**
 * The results of Google Speech-to-Text: `{results: [{alternatives: [{transcript, words}]}]}`, also in the `response` of
 * an operation, in a list of streaming responses, or by file name in a batch response (then of the first file). `null`
 * for any other JSON.
 */
export function googleResultsIn(value: unknown): readonly unknown[] | null {
  const responses = Array.isArray(value) ? (value as readonly unknown[]) : [value]
  const results = responses.flatMap((response) =>
    resultsOf(property(response, 'response') ?? response),
  )
  return results.slice(0, sampleSize).some(isResult) ? results : null
}

/** How many files a batch response contains. */
export function filesIn(value: unknown): number {
  const results = property(property(value, 'response') ?? value, 'results')
  return isRecord(results) ? Object.keys(results).length : 1
}

function resultsOf(response: unknown): readonly unknown[] {
  const results = property(response, 'results')
  if (!isRecord(results)) return asArray(results)
  const file = property(results, Object.keys(results)[0] ?? '')
  const transcript = eitherCase(
    property(file, 'inlineResult') ?? property(file, 'inline_result') ?? file,
    'transcript',
  )
  return asArray(property(transcript, 'results'))
}

function isResult(value: unknown): boolean {
  return hasTimedWords(value) || typeof property(firstAlternative(value), 'transcript') === 'string'
}

export function firstAlternative(result: unknown): unknown {
  return asArray(property(result, 'alternatives'))[0]
}

/** Whether a result has fields that only Google writes. */
export function isSurelyGoogle(result: unknown): boolean {
  const ends = ['resultEndTime', 'resultEndOffset'].some(
    (name) => eitherCase(result, name) !== undefined,
  )
  return hasTimedWords(result) || (ends && firstAlternative(result) !== undefined)
}

function hasTimedWords(result: unknown): boolean {
  const words = asArray(property(firstAlternative(result), 'words'))
  return words.slice(0, sampleSize).some((word) => {
    if (typeof property(word, 'word') !== 'string') return false
    return ['startTime', 'endTime', 'startOffset', 'endOffset'].some((name) => {
      const time = eitherCase(word, name)
      return isRecord(time) || (typeof time === 'string' && time.endsWith('s'))
    })
  })
}

/** Whether it may be IBM Watson's, which also has `results[].alternatives[].transcript`. */
export function looksLikeWatson(value: unknown, results: readonly unknown[]): boolean {
  if (
    isRecord(value) &&
    ['result_index', 'speaker_labels'].some((key) => Object.hasOwn(value, key))
  )
    return true
  return results.slice(0, sampleSize).some((result) => {
    const heard = firstAlternative(result)
    const isTimed = property(heard, 'timestamps') !== undefined
    return isTimed || typeof property(result, 'final') === 'boolean'
  })
}
