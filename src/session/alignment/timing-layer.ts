import { timedTranscript, withoutTimes } from '#alignment/timed-transcript.ts'
import type { TranscriptChanges, TranscriptRecord, TranscriptTiming } from '#state/transcripts.ts'
import { anchoredTranscript } from '#transcript/anchored-transcript.ts'
import type { TimeAnchor } from '#transcript/found-timing.ts'
import type { Transcript } from '#transcript/transcript.ts'

/** What an alignment adds its times to: the transcript as it was read, or without its times. */
export const baseOf = (read: Transcript, { keepsRead }: Pick<TranscriptTiming, 'keepsRead'>) =>
  keepsRead ? read : withoutTimes(read)

type ReadAndAnchors = Pick<TranscriptRecord, 'read' | 'anchors'>

/** The changes of a record by which it has this timing, and the layer that follows from it. */
export const withTiming = (
  record: ReadAndAnchors,
  timing: TranscriptTiming,
): TranscriptChanges => ({ timing, timed: timedLayer(record, timing), interim: null })

/** The changes of a record by which it has these anchors. */
export const withAnchors = (
  { read, timing }: Pick<TranscriptRecord, 'read' | 'timing'>,
  anchors: readonly TimeAnchor[],
): TranscriptChanges => ({ anchors, timed: timedLayer({ read, anchors }, timing) })

/** The times that were found, with the starts that the listener has set; `null` where there are neither. */
function timedLayer(
  { read, anchors }: ReadAndAnchors,
  timing: TranscriptTiming,
): Transcript | null {
  const { known } = timing
  const hasTimes = known.words.length > 0 || known.issues.length > 0
  const base = hasTimes ? timedTranscript(baseOf(read, timing), known) : read
  const anchored = anchoredTranscript(base, anchors)
  return anchored === read ? null : anchored
}
