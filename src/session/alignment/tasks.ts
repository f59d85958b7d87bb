import type { AlignmentGoal, AlignmentTask } from '#state/alignment.ts'
import type { TranscriptId } from '#state/transcripts.ts'

/** Of the whole transcript and the whole recording. */
export const wholeTask = (goal: AlignmentGoal, transcript: TranscriptId | null): AlignmentTask => ({
  goal,
  transcript,
  part: null,
  next: null,
})
