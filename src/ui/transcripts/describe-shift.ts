import { formatClockTime } from '#transcript/format-time.ts'

/** `10:00:00 earlier`, `0:04.5 later`: how far times are moved, for a negative or positive number of seconds. */
export function describeShift(seconds: number): string {
  const size = Math.round(Math.abs(seconds) * 1000) / 1000
  const fraction = (size % 1).toFixed(3).replace(/^0|\.?0+$/g, '')
  return `${formatClockTime(size)}${fraction} ${seconds < 0 ? 'earlier' : 'later'}`
}
