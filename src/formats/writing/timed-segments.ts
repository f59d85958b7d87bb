import { isTimed } from '#transcript/transcript.ts'
import type { PreparedTranscript, NamedSegment, TimedNamedSegment } from '../writers/writer.ts'

/** The segments of a transcript that was prepared for a format without untimed segments. */
export function timedSegments({ segments }: PreparedTranscript): TimedNamedSegment[] {
  const isKept = (segment: NamedSegment): segment is TimedNamedSegment => isTimed(segment)
  return segments.filter(isKept)
}
