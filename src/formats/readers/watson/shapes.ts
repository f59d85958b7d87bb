import type { Score } from '../format.ts'
import { isRecord, list, own } from '../../parsing/json/values.ts'

/** How many elements are looked at to recognise a file. */
const looked = 20

/**
 * What Watson answers: one answer, a list of them (as its web socket sends), or those of a job, which are the
 * `results` of another object.
 */
export function answersIn(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  const results = list(own(value, 'results'))
  return results.slice(0, looked).some((result) => Array.isArray(own(result, 'results')))
    ? results
    : [value]
}

/** Google's results have alternatives with transcripts too, but neither `timestamps` in them nor `final`. */
export function scoreOf(value: unknown): Score {
  const results = answersIn(value)
    .slice(0, looked)
    .flatMap((answer) => list(own(answer, 'results')).slice(0, looked))
  if (results.some(hasTimestamps)) return 'certain'
  return results.some(isResult) ? 'likely' : 'no'
}

export function alternativeOf(result: unknown): unknown {
  return list(own(result, 'alternatives'))[0]
}

function hasTimestamps(result: unknown): boolean {
  const [first] = list(own(alternativeOf(result), 'timestamps'))
  return typeof list(first)[0] === 'string' && list(first).length >= 3
}

function isResult(result: unknown): boolean {
  return (
    isRecord(result) &&
    typeof own(result, 'final') === 'boolean' &&
    typeof own(alternativeOf(result), 'transcript') === 'string'
  )
}
