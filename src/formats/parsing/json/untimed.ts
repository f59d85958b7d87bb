import type { Problem } from '#transcript/problem.ts'
import type { ParsedSegment } from '../parsed-transcript.ts'
import { splitLong } from '../prose/split-long.ts'

/** A text without times: one segment per line, shown without highlighting. */
export function untimedSegments(text: string): ParsedSegment[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .flatMap(splitLong)
    .map((piece) => ({ text: piece, start: null, end: null }))
}

/** Reports a problem if no segment of the file has a time. */
export function reportNoTimes(segments: readonly ParsedSegment[], name: string): Problem[] {
  if (segments.length === 0 || segments.some(({ start }) => start !== null)) return []
  return [
    {
      code: 'no-times',
      severity: 'note',
      message: `${name} contains no times, so its text is shown but does not follow the recording. Export it again with times.`,
    },
  ]
}
