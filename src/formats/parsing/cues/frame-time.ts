import type { Problem } from '#transcript/problem.ts'
import { roundToMs } from '../round-to-ms.ts'
import { parseClockTime } from './clock-time.ts'
import { assumeFrameRate } from './frame-rate.ts'

/** Whether the last group of a time such as `00:00:02.500` counts milliseconds: three digits after a point. */
export function hasMilliseconds(code: string): boolean {
  return /\.\d{3}\s*$/.test(code)
}

/** How a file's time codes such as `00:00:02:03` are read: the lowest usual frame rate that fits the highest frame in them is assumed. */
export function readFrameTimes(codes: readonly string[]): {
  /** `null` if it is no time code. */
  secondsOf: (code: string) => number | null
  problems: Problem[]
} {
  const highest = codes.reduce((most, code) => Math.max(most, framesIn(code)), 0)
  const { rate, problems } = assumeFrameRate(highest)
  return { secondsOf: (code) => secondsOfCode(code, rate), problems }
}

/** The last group of a time code: frames. 0 if it has no fourth group. */
function framesIn(code: string): number {
  if (hasMilliseconds(code)) return 0
  return Number(/^\d+:\d+:\d+[:;.](\d+)\s*$/.exec(code.trim())?.[1] ?? 0)
}

function secondsOfCode(code: string, rate: number): number | null {
  if (hasMilliseconds(code)) return parseClockTime(code)
  const found = /^(\d{1,3}):(\d{1,2}):(\d{1,2})(?:[:;.](\d{1,3}))?$/.exec(code.trim())
  if (found === null) return null
  const whole = (Number(found[1]) * 60 + Number(found[2])) * 60 + Number(found[3])
  return roundToMs(whole + Number(found[4] ?? 0) / rate)
}
