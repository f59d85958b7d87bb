import type { ProblemTally } from '#transcript/problem-tally.ts'
import { secondsOf } from '../../parsing/json/times.ts'
import { property, asText } from '../../parsing/json/values.ts'

export interface TokenTimes {
  /** Seconds. */
  readonly start: number | null
  readonly end: number | null
}

/** Reads `offsets` in milliseconds, else `timestamps` such as `00:01:02,345`. */
export function tokenTimesOf(value: unknown, tally: ProblemTally): TokenTimes {
  return { start: timeOf(value, 'from', tally), end: timeOf(value, 'to', tally) }
}

function timeOf(value: unknown, key: 'from' | 'to', tally: ProblemTally): number | null {
  const offset = secondsOf(property(property(value, 'offsets'), key), tally, 1000)
  return offset ?? formatClockTime(asText(property(property(value, 'timestamps'), key)))
}

function formatClockTime(text: string | undefined): number | null {
  const found = /^(\d{1,4}):(\d{2}):(\d{2})[,.](\d{3})$/.exec(text ?? '')
  if (found === null) return null
  const [hours, minutes, seconds, thousandths] = found.slice(1).map(Number)
  return hours! * 3600 + minutes! * 60 + seconds! + thousandths! / 1000
}
