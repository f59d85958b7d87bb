import type { Problem } from '#transcript/problem.ts'
import type { Chapter, Word } from '#transcript/transcript.ts'

/**
 * A reader's result: the file's content, unrepaired. `finishTranscript` turns it into a transcript: it trims texts,
 * finds `Name:` speakers and sound descriptions, and repairs times, in the same way for all formats.
 */
export interface ParsedTranscript {
  readonly title?: string
  readonly language?: string
  readonly chapters?: readonly Chapter[]
  readonly segments: readonly ParsedSegment[]
  readonly problems: readonly Problem[]
  /** The speakers of segments were told from the text, not named by a field or a tag. */
  readonly areNamedInText?: true
}

export interface ParsedSegment {
  readonly text: string
  /** Seconds, as in the file: perhaps missing, negative, not finite, or after the end. */
  readonly start: number | null
  readonly end: number | null
  /** A name as the file spells it. */
  readonly speaker?: string
  /** Somebody else speaks from here on, though the file does not say who. */
  readonly beginsTurn?: true
  readonly words?: readonly Word[]
  readonly language?: string
  /** 1-based line number of the segment's time. */
  readonly line?: number
}

export function emptyParsedTranscript(problem: Problem): ParsedTranscript {
  return { segments: [], problems: [problem] }
}
