import { parseClockTime } from '../cues/clock-time.ts'
import { asNumber, isRecord, property } from '../json/values.ts'

/** A time as a file writes it. */
export interface WrittenTime {
  /** NaN if it cannot be read. */
  readonly time: number
  /** Seconds; else a number in a unit that the file does not write beside it. */
  readonly isSeconds: boolean
}

/** Keys of objects that stand for one time, such as `{"relative": 1.2, "absolute": "2025-…"}`. */
const innerKeys = ['relative', 'seconds', 'value', 'offset', 'time', 'start'] as const

/**
 * Reads a number (or a string of one), a clock time, `1.2s`, `1200ms`, an ISO 8601 duration or date, or an object around
 * one of them; `null` if there is none. Dates are seconds since 1970.
 */
export function writtenTime(value: unknown): WrittenTime | null {
  if (typeof value === 'number') return { time: value, isSeconds: false }
  if (typeof value === 'string') return timeOfText(value)
  if (!isRecord(value)) return null
  for (const key of innerKeys) {
    const inner = property(value, key)
    if (inner === undefined || inner === null || isRecord(inner)) continue
    const found = writtenTime(inner)
    const nanos = key === 'seconds' ? (asNumber(property(value, 'nanos')) ?? 0) : 0
    if (found !== null) {
      return { time: found.time + nanos / 1e9, isSeconds: found.isSeconds || key === 'seconds' }
    }
  }
  return null
}

function timeOfText(text: string): WrittenTime | null {
  if (text.trim() === '') return null
  const number = asNumber(text)
  if (number !== null && !Number.isNaN(number)) return { time: number, isSeconds: false }
  const suffixed = /^\s*(-?\d{1,15}(?:\.\d{1,15})?)\s*(ms|s|sec|secs|seconds)\s*$/i.exec(text)
  if (suffixed !== null) {
    const amount = Number(suffixed[1])
    return { time: suffixed[2]!.toLowerCase() === 'ms' ? amount / 1000 : amount, isSeconds: true }
  }
  return { time: parseClockTime(text) ?? isoTime(text.trim()), isSeconds: true }
}

/** Seconds of an ISO 8601 duration (`PT1M2.5S`) or date; else NaN. */
function isoTime(text: string): number {
  const found = /^PT(?=\d)(?:(\d{1,6})H)?(?:(\d{1,8})M)?(?:(\d{1,10}(?:\.\d{1,12})?)S)?$/.exec(text)
  if (found !== null) {
    const [hours, minutes, seconds] = found.slice(1).map((part) => Number(part ?? 0))
    return hours! * 3600 + minutes! * 60 + seconds!
  }
  return /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/.test(text) ? Date.parse(text) / 1000 : Number.NaN
}
