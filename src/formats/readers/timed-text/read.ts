import type { ParsedTranscript } from '../../parsing/parsed-transcript.ts'
import type { TranscriptFile } from '../format.ts'
import { plainLines } from '../../parsing/prose/line.ts'
import { readProse } from '../../parsing/prose/read-prose.ts'

/** Plain text with timestamps, in the layouts of Otter, Rev, Descript, Sonix and manual transcription. */
export function readTimedText({ text, name }: TranscriptFile): ParsedTranscript {
  return readProse(plainLines(text), name)
}
