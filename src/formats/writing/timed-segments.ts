import { isTimed } from '#transcript/transcript.ts'
import type { PreparedTranscript, NamedSegment, TimedNamedSegment } from '../writers/writer.ts'

/** All segments of a manuscript for a format that keeps no untimed ones. */
export function timedSegments({ segments }: PreparedTranscript): TimedNamedSegment[] {
  const isKept = (segment: NamedSegment): segment is TimedNamedSegment => isTimed(segment)
  return segments.filter(isKept)
}
