import { parseCommaCues } from '../../parsing/cues/comma-cues.ts'
import type { ParsedTranscript } from '../../parsing/parsed-transcript.ts'
import type { TranscriptFile } from '../format.ts'

/** Reads YouTube's SBV, which has no specification: `0:00:01.000,0:00:02.000`, lines of text, a blank line. */
export function readSbv(source: TranscriptFile): ParsedTranscript {
  return parseCommaCues(source, 'YouTube SBV')
}
