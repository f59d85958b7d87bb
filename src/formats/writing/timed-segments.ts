import { isTimed } from '#transcript/transcript.ts'
import type { PreparedTranscript, NamedSegment, TimedNamedSegment } from '../writers/writer.ts'

/** All segments of a prepared transcript, for a format in which every segment has a time. */
export function timedSegments({ segments }: PreparedTranscript): TimedNamedSegment[] {
  const isKept = (segment: NamedSegment): segment is TimedNamedSegment => isTimed(segment)
  return segments.filter(isKept)
}
