import type { Score } from '../format.ts'
import { isRecord, asArray, property } from '../../parsing/json/values.ts'

/** How many elements detection examines. */
const sampleSize = 20

/** Watson's responses: a single one, a list of them (web socket), or the `results` of a job, which hold responses. */
export function answersIn(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  const results = asArray(property(value, 'results'))
  return results.slice(0, sampleSize).some((result) => Array.isArray(property(result, 'results')))
    ? results
    : [value]
}

/** Google's results have `alternatives[].transcript` too, but neither `timestamps` in them nor `final`. */
export function scoreWatson(value: unknown): Score {
  const results = answersIn(value)
    .slice(0, sampleSize)
    .flatMap((answer) => asArray(property(answer, 'results')).slice(0, sampleSize))
  if (results.some(hasTimestamps)) return 'certain'
  return results.some(isResult) ? 'likely' : 'no'
}

export function watsonAlternativeOf(result: unknown): unknown {
  return asArray(property(result, 'alternatives'))[0]
}

function hasTimestamps(result: unknown): boolean {
  const [first] = asArray(property(watsonAlternativeOf(result), 'timestamps'))
  return typeof asArray(first)[0] === 'string' && asArray(first).length >= 3
}

function isResult(result: unknown): boolean {
  return (
    isRecord(result) &&
    typeof property(result, 'final') === 'boolean' &&
    typeof property(watsonAlternativeOf(result), 'transcript') === 'string'
  )
}
