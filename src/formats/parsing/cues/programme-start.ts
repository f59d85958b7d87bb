import type { Problem } from '#transcript/problem.ts'
import type { ParsedSegment } from '../parsed-transcript.ts'

/** Broadcasters let programmes begin at 01:00:00:00 or 10:00:00:00, seconds. */
const earliestProgramme = 3600

/**
 * Reports time codes that count from the start of a programme, which the file does not state. They are not moved: a
 * recording may be longer than an hour.
 */
export function reportProgrammeStart(segments: readonly ParsedSegment[], name: string): Problem[] {
  const first = segments.reduce(
    (earliest, { start }) => (start === null ? earliest : Math.min(earliest, start)),
    Infinity,
  )
  if (!Number.isFinite(first) || first < earliestProgramme) return []
  const hours = String(Math.floor(first / 3600)).padStart(2, '0')
  return [
    {
      code: 'times-of-programme',
      severity: 'warning',
      message: `The times in ${name} begin after ${hours}:00:00, so they probably count from the time code at which the programme begins. The text will not follow a recording that begins at zero. Export it with times from zero.`,
    },
  ]
}
