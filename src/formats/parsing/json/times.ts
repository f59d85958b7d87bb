import type { Problem } from '#transcript/problem.ts'
import { countOf, type ProblemTally } from '#transcript/problem-tally.ts'
import { reportUnplacedWords } from '../words/report-unplaced.ts'
import { asNumber, asText } from './values.ts'

/**
 * Seconds, from a number (or a string of one) in another unit. NaN and negative times are dropped and counted under
 * `time-dropped`, since a wrong time is worse than none.
 */
export function secondsOf(value: unknown, tally: ProblemTally, unitsPerSecond = 1): number | null {
  const time = asNumber(value)
  if (time === null) return null
  if (Number.isFinite(time) && time >= 0) return time / unitsPerSecond
  tally.count('time-dropped')
  return null
}

/** A confidence from 0 to 1; `null` if it is missing or out of range. */
export function confidenceOf(value: unknown): number | null {
  const confidence = asNumber(value)
  if (confidence === null || !Number.isFinite(confidence)) return null
  return Math.min(1, Math.max(0, confidence))
}

/** A speaker's name or number as a name; `undefined` if it is empty. */
export function speakerNameOf(value: unknown): string | undefined {
  const written = typeof value === 'number' && Number.isFinite(value) ? String(value) : value
  const name = asText(written)?.trim()
  if (name === undefined || name === '') return undefined
  return /^\d{1,6}$/.test(name) ? `Speaker ${name}` : name
}

/** Reports what the JSON readers count: `time-dropped` and `word-unplaced`. */
export function reportJsonLosses(tally: ProblemTally): Problem[] {
  return [
    ...tally.report(
      'time-dropped',
      'warning',
      ({ count }) =>
        `${countOf(count, 'time')} ${count === 1 ? 'is' : 'are'} negative or not a number and ${count === 1 ? 'was' : 'were'} left out; the text is kept.`,
    ),
    ...reportUnplacedWords(tally),
  ]
}
