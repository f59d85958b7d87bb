import type { ParsedTranscript } from '../../parsing/parsed-transcript.ts'
import type { TranscriptFile } from '../format.ts'
import { plainLines } from '../../parsing/prose/line.ts'
import { readUntimed } from '../../parsing/prose/read-untimed.ts'

/** Reads text without times: shown without highlighting. */
export function readPlainText({ text, name }: TranscriptFile): ParsedTranscript {
  return readUntimed(plainLines(text), name)
}
