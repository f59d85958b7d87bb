import type { Score } from '../format.ts'
import { isRecord, asArray, property } from '../../parsing/json/values.ts'

/** How many elements are looked at to recognise a file. */
const looked = 20

/**
 * What Watson answers: one answer, a list of them (as its web socket sends), or those of a job, which are the
 * `results` of another object.
 */
export function answersIn(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  const results = asArray(property(value, 'results'))
  return results.slice(0, looked).some((result) => Array.isArray(property(result, 'results')))
    ? results
    : [value]
}

/** Google's results have alternatives with transcripts too, but neither `timestamps` in them nor `final`. */
export function scoreWatson(value: unknown): Score {
  const results = answersIn(value)
    .slice(0, looked)
    .flatMap((answer) => asArray(property(answer, 'results')).slice(0, looked))
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
