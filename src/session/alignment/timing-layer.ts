import { timedTranscript, withoutTimes } from '#alignment/timed-transcript.ts'
import type { TranscriptChanges, TranscriptRecord, TranscriptTiming } from '#state/transcripts.ts'
import type { Transcript } from '#transcript/transcript.ts'

/** What an alignment adds its times to: the transcript as it was read, or without its times. */
export const baseOf = (read: Transcript, { keepsRead }: Pick<TranscriptTiming, 'keepsRead'>) =>
  keepsRead ? read : withoutTimes(read)

/** The changes of a record by which it has this timing, and the layer that follows from it. */
export function withTiming(
  { read }: Pick<TranscriptRecord, 'read'>,
  timing: TranscriptTiming,
): TranscriptChanges {
  const { known } = timing
  const hasTimes = known.words.length > 0 || known.issues.length > 0
  const timed = hasTimes ? timedTranscript(baseOf(read, timing), known) : null
  return { timing, timed, preview: null }
}
