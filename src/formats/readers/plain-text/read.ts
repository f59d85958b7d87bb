import type { ParsedTranscript } from '../../parsing/parsed-transcript.ts'
import type { TranscriptFile } from '../format.ts'
import { plainLines } from '../../parsing/prose/line.ts'
import { readUntimed } from '../../parsing/prose/read-untimed.ts'

/** Reads text without times: shown without highlighting. */
export function readPlainText(file: TranscriptFile): ParsedTranscript {
  return readUntimed(plainLines(file.text), file)
}
