import { countOf, createTally } from '#transcript/problem-tally.ts'
import { emptyParsedTranscript, type ParsedTranscript } from '../../parsing/parsed-transcript.ts'
import type { TranscriptFile } from '../format.ts'
import { findChapterLines } from './lines.ts'

/** Reads lists of chapters: `00:00:21.000 Title` (mp4chaps), or `CHAPTER01=` and `CHAPTER01NAME=` (OGM). */
export function readChapterList({ text, name }: TranscriptFile): ParsedTranscript {
  const found = findChapterLines(text)
  if (found === null) {
    return emptyParsedTranscript({
      code: 'lines-missing',
      severity: 'error',
      message: `${name} has no lines like 00:00:21.000 Title, so it cannot be read as a list of chapters. Choose another format.`,
    })
  }
  const tally = createTally()
  for (const line of found.leftOut) tally.count('line-left-out', line)
  return {
    chapters: [...found.chapters].sort((a, b) => a.start - b.start),
    segments: [],
    problems: tally.report(
      'line-left-out',
      'warning',
      ({ count, where }) =>
        `${countOf(count, 'line')}${where} ${count === 1 ? 'is no chapter' : 'are no chapters'} and ${count === 1 ? 'was' : 'were'} left out.`,
    ),
  }
}
