import type { Problem } from '#transcript/problem.ts'
import { assumeFrameRate } from '../cues/frame-rate.ts'
import type { ProseLine } from './line.ts'
import { stampedLine, stampsInside } from './stamped-line.ts'

const time = /(?<![\d:.,])(\d{1,3}:[0-5]?\d:[0-5]?\d)[:;](\d\d)(?![\d:])/g

/**
 * Writes times whose last group counts frames (`00:00:01:12`, as Premiere exports them) in milliseconds, at the frame
 * rate that the highest frame suggests. Times that are mentioned in the text stay.
 */
export function framesAsMilliseconds(lines: readonly ProseLine[]): {
  lines: readonly ProseLine[]
  problems: Problem[]
} {
  const isStamped = lines.map(({ text }) => hasFrames(text))
  if (!isStamped.includes(true)) return { lines, problems: [] }
  let highest = 0
  for (const [at, { text }] of lines.entries()) {
    if (!isStamped[at]) continue
    for (const [, , frames] of text.matchAll(time)) highest = Math.max(highest, Number(frames))
  }
  const { rate, problems } = assumeFrameRate(highest)
  const counted = lines.map((line, at) =>
    isStamped[at]
      ? {
          ...line,
          text: line.text.replace(time, (_, whole: string, frames: string) => {
            const thousandths = Math.round((Number(frames) / rate) * 1000)
            return `${whole}.${String(thousandths).padStart(3, '0')}`
          }),
        }
      : line,
  )
  return { lines: counted, problems }
}

function hasFrames(text: string): boolean {
  if (!/\d:\d{1,2}[:;]\d\d/.test(text)) return false
  return (
    stampedLine(text)?.stamp.hasFrames === true ||
    stampsInside(text).some((stamp) => stamp.hasFrames)
  )
}
