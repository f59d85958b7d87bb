import type { Draft } from '../draft.ts'
import type { Source } from '../format.ts'
import { splitParagraphs } from './paragraphs.ts'
import { splitLong } from './split-long.ts'

/** Text without times: shown, not in step. */
export function read({ text, name }: Source): Draft {
  const segments = splitParagraphs(text).flatMap((paragraph) =>
    splitLong(paragraph.text).map((piece) => ({
      text: piece,
      start: null,
      end: null,
      line: paragraph.line,
    })),
  )
  return {
    segments,
    problems: [
      {
        code: 'no-times',
        severity: 'note',
        message: `${name} does not say when its words are spoken, so its text is shown but does not follow the recording.`,
      },
    ],
  }
}
