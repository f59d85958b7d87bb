import type { ParsedTranscript } from '../../parsing/parsed-transcript.ts'
import type { TranscriptFile } from '../format.ts'
import { plainLines } from '../../parsing/prose/line.ts'
import { readProse } from '../../parsing/prose/read-prose.ts'

/** Text with times in the shapes that Otter, Rev, Descript, Sonix and people who type use. */
export function readTimedText({ text, name }: TranscriptFile): ParsedTranscript {
  return readProse(plainLines(text), name)
}
