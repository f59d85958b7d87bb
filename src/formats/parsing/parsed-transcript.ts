import type { Problem } from '#transcript/problem.ts'
import type { Chapter, Word } from '#transcript/transcript.ts'

/**
 * A reader's result: the file's content, unrepaired. `finishTranscript` turns it into a transcript:
 * it trims texts, finds `Name:` speakers and sounds, and repairs times, the same way for all formats.
 */
export interface ParsedTranscript {
  readonly title?: string
  readonly language?: string
  readonly chapters?: readonly Chapter[]
  readonly segments: readonly ParsedSegment[]
  readonly problems: readonly Problem[]
}

export interface ParsedSegment {
  readonly text: string
  /** Seconds, as written: perhaps missing, negative, not finite, or the wrong way round. */
  readonly start: number | null
  readonly end: number | null
  /** A name as the file spells it. */
  readonly speaker?: string
  readonly words?: readonly Word[]
  readonly language?: string
  /** 1-based, of the line that holds its time. */
  readonly line?: number
}

export function emptyParsedTranscript(problem: Problem): ParsedTranscript {
  return { segments: [], problems: [problem] }
}
