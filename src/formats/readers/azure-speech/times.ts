import type { ProblemTally } from '#transcript/problem-tally.ts'
import { secondsOf } from '../../parsing/json/times.ts'
import { property } from '../../parsing/json/values.ts'

/** A tick is 100 nanoseconds. */
const ticksPerSecond = 10_000_000

/** Start and end in seconds. */
export function azureTimesOf(
  value: unknown,
  tally: ProblemTally,
): { start: number | null; end: number | null } {
  const start = timeOf(value, 'offset', tally)
  const duration = timeOf(value, 'duration', tally)
  if (start === null || duration === null) return { start, end: null }
  // rounded to whole ticks, so that 1.1 s plus 0.1 s is 1.2 s
  return { start, end: Math.round((start + duration) * ticksPerSecond) / ticksPerSecond }
}

/** Reads `offsetInTicks`, else `offsetMilliseconds`, else `offset`, an ISO 8601 duration. */
function timeOf(value: unknown, name: 'offset' | 'duration', tally: ProblemTally): number | null {
  const ticks = secondsOf(property(value, `${name}InTicks`), tally, ticksPerSecond)
  if (ticks !== null) return ticks
  const milliseconds = secondsOf(property(value, `${name}Milliseconds`), tally, 1000)
  if (milliseconds !== null) return milliseconds
  const written = property(value, name)
  // the oldest API versions write a number of ticks
  if (typeof written !== 'string') return secondsOf(written, tally, ticksPerSecond)
  const seconds = isoSeconds(written)
  if (seconds === null) tally.count('time-dropped')
  return seconds
}

/** Parses an ISO 8601 duration such as `PT1H2M3.4S`. */
function isoSeconds(text: string): number | null {
  const found = /^PT(?:(\d{1,6})H)?(?:(\d{1,8})M)?(?:(\d{1,10}(?:\.\d{1,12})?)S)?$/.exec(
    text.trim(),
  )
  if (found === null || text.trim() === 'PT') return null
  const [hours, minutes, seconds] = found.slice(1).map((part) => Number(part ?? 0))
  return hours! * 3600 + minutes! * 60 + seconds!
}
