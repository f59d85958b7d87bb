import { parseCommaCues } from '../../parsing/cues/comma-cues.ts'
import type { ParsedTranscript } from '../../parsing/parsed-transcript.ts'
import type { TranscriptFile } from '../format.ts'

/** Reads SubViewer 2: a header in brackets, then `00:00:01.00,00:00:02.00` and a line of text with `[br]`. */
export function readSubviewer(source: TranscriptFile): ParsedTranscript {
  const parsed = parseCommaCues(source, 'SubViewer')
  const title = /^\[TITLE\][^\S\n]*(\S[^\n]*)/im.exec(source.text.slice(0, 4096))?.[1]?.trim()
  return title === undefined ? parsed : { ...parsed, title }
}
