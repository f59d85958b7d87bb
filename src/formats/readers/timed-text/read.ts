import type { ParsedTranscript } from '../../parsing/parsed-transcript.ts'
import type { TranscriptFile } from '../format.ts'
import { hasInlineSeconds, readInlineSeconds } from '../../parsing/prose/inline-seconds.ts'
import { plainLines } from '../../parsing/prose/line.ts'
import { readProse } from '../../parsing/prose/read-prose.ts'

/** Reads plain text with timestamps, in the layouts of Otter, Rev, Descript, Sonix and human transcribers. */
export function readTimedText(file: TranscriptFile): ParsedTranscript {
  if (hasInlineSeconds(file.text)) return readInlineSeconds(file.text)
  return readProse(plainLines(file.text), file)
}
