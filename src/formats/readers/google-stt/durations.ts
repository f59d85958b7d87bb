import type { ProblemTally } from '#transcript/problem-tally.ts'
import { secondsOf } from '../../parsing/json/times.ts'
import { isRecord, property } from '../../parsing/json/values.ts'

/** A field in the spelling of JSON, `startTime`, or of gRPC libraries, `start_time`. */
export function eitherCase(value: unknown, name: string): unknown {
  return (
    property(value, name) ??
    property(
      value,
      name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
    )
  )
}

/** Seconds of a protobuf Duration: `"1.200s"`, or `{seconds: "1", nanos: 200000000}`, which omits zeros. */
export function parseDuration(value: unknown, tally: ProblemTally): number | null {
  if (typeof value === 'string') return secondsOf(value.replace(/s$/, ''), tally)
  if (!isRecord(value)) return secondsOf(value, tally)
  const seconds = secondsOf(property(value, 'seconds') ?? 0, tally)
  const nanos = secondsOf(property(value, 'nanos') ?? 0, tally)
  return seconds === null || nanos === null ? null : seconds + nanos / 1e9
}
