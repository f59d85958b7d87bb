/** Aligns the shown transcript with the recording. Each call ends the one before it. */
export interface Alignments {
  /** For a transcript without times. */
  findWords(): void
  /** For a transcript with times for its segments only. */
  findWordTimes(): void
  /** Compares the transcript's times with the audio and changes nothing. */
  checkTiming(): void
  /** Replaces the transcript's times by those that the check found. */
  acceptTiming(): void
  /** Restores the times of the transcript's file. */
  undoTiming(): void
  /** For a recording without a transcript. */
  writeDraft(): void
  /** What was found so far stays. */
  stop(): void
  resume(): void
  /** Sets an anchor: the line starts at this time, seconds. */
  setLineStart(line: number, time: number): void
  removeAnchor(line: number): void
  dispose(): void
}
