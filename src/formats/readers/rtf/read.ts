import { createTally } from '#transcript/problem-tally.ts'
import type { ParsedTranscript } from '../../parsing/parsed-transcript.ts'
import type { TranscriptFile } from '../format.ts'
import { normaliseText } from '../../parsing/encoding/normalise-text.ts'
import { reportNotesNotShown } from '../../parsing/notes-not-shown.ts'
import { readProse } from '../../parsing/prose/read-prose.ts'
import { textOfRtf } from './text.ts'

/** Reads rich text as prose: its text without headers, footnotes, hidden and deleted text. */
export function readRtf(file: TranscriptFile): ParsedTranscript {
  const { text } = file
  const { paragraphs, title: written, notes, hidden } = textOfRtf(text)
  const title = normaliseText(written)
  const lines = paragraphs.flatMap(({ text: paragraph, isHeading }) => [
    ...normaliseText(paragraph)
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => ({ text: line, ...(isHeading ? { isHeading } : {}) })),
    { text: '' },
  ])
  const parsed = readProse(lines, file)
  const tally = createTally()
  for (let count = 0; count < notes; count += 1) tally.count('notes-not-shown')
  for (let count = 0; count < hidden; count += 1) tally.count('hidden-not-shown')
  return {
    ...parsed,
    ...(title === '' ? {} : { title }),
    problems: [
      ...parsed.problems,
      ...reportNotesNotShown(tally),
      ...tally.report(
        'hidden-not-shown',
        'note',
        ({ count }) =>
          `${count === 1 ? '1 hidden or deleted passage is' : `${count.toLocaleString('en')} hidden or deleted passages are`} not shown.`,
      ),
    ],
  }
}
