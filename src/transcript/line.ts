import { partitionPoint } from '#arrays/binary-search.ts'
import type { TimingIssue, SpeakerId, Word } from './transcript.ts'

/** A displayed paragraph, the unit of navigation: one or more segments, or part of one. */
export interface Line {
  readonly text: string
  /** Half open, `[start, end)`, seconds. Both `null` where the transcript has no times. */
  readonly start: number | null
  readonly end: number | null
  readonly speaker: SpeakerId | null
  /** Somebody else speaks from here on, though the file does not say who. */
  readonly beginsTurn?: true
  readonly kind: 'speech' | 'sound'
  readonly language?: string
  /**
   * Timed ranges of `text`, in order. Where the file times no words, a range is a whole segment:
   * a time inside it would be invented.
   */
  readonly words: readonly Word[]
  /** Ranges of `text` whose times may be wrong or missing, in order; a line that has one is unsure. */
  readonly issues?: readonly TimingIssue[]
  /** The first of the transcript's segments that it shows. */
  readonly segment: number
  /** Where in that segment's text it begins, for all pieces of a long segment but the first. */
  readonly offset?: number
}

export interface TimedLine extends Line {
  readonly start: number
  readonly end: number
}

export function isTimedLine(line: Line): line is TimedLine {
  return line.start !== null && line.end !== null
}

/** Whether a time in it may be wrong or missing. */
export const hasTimingIssues = ({ issues }: Line) => issues !== undefined && issues.length > 0

/** The index of the word that holds this offset, or of the last word before it; `null` without times. */
export function wordAtOffset(line: Line, offset: number): number | null {
  const { words } = line
  if (words.length === 0) return null
  return Math.max(0, partitionPoint(words.length, (index) => words[index]!.from > offset) - 1)
}
