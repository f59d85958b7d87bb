import type { AlignmentGoal } from '#state/alignment.ts'

/** Aligns the shown transcript with the recording, one task at a time: a new one ends the one before it. */
export interface Alignments {
  /** Begins from the start of the recording; an unfinished draft is resumed. */
  begin(goal: AlignmentGoal): void
  /** What was found so far stays. */
  stop(): void
  /** Resumes what is paused, or tries again what failed. */
  resume(): void
  /** Takes away what is said of the alignment; the comparison of a check is lost. */
  dismiss(): void
  /** Replaces the transcript's times by those that the check found. */
  acceptTiming(): void
  /** Restores the times of the transcript's file. */
  undoTiming(): void
  /** Sets an anchor: the line starts at this time, seconds. */
  setLineStart(line: number, time: number): void
  removeAnchor(line: number): void
  dispose(): void
}
