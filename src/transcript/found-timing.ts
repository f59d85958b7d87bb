import type { TranscriptPosition, TranscriptSpan } from './position.ts'
import type { TimingIssue } from './transcript.ts'

/** A span of a transcript with the time at which an alignment found it spoken. */
export interface FoundWord extends TranscriptSpan {
  /** Seconds, half open. */
  readonly start: number
  readonly end: number
  /** 0 to 1; 0.5 and above is sure. */
  readonly confidence: number
}

export interface FoundIssue extends TranscriptSpan, TimingIssue {}

/** The results of an alignment, or of a step of it, in order of the text. */
export interface FoundTimes {
  readonly words: readonly FoundWord[]
  readonly issues: readonly FoundIssue[]
}

/** The times found for a transcript so far. Plain data, which does not depend on how the text was aligned. */
export interface KnownTiming extends FoundTimes {
  /** Seconds: the audio before it has been aligned. */
  readonly heardUntil: number
  /** The first position of the text without a result. */
  readonly undecided: TranscriptPosition
}

export const nothingKnown: KnownTiming = {
  heardUntil: 0,
  undecided: { segment: 0, offset: 0 },
  words: [],
  issues: [],
}

/** Set by the listener: the text from this position on is spoken from this time on, seconds. */
export interface TimeAnchor extends TranscriptPosition {
  readonly time: number
}
