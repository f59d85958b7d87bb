import { countOf, createTally } from '#transcript/problem-tally.ts'
import {
  emptyParsedTranscript,
  type ParsedTranscript,
  type ParsedSegment,
} from '../../parsing/parsed-transcript.ts'
import type { TranscriptFile } from '../format.ts'
import { mpl2Line } from './line.ts'

/** Reads MPL2: times in tenths of a second, `|` as line break, `/` before a line in italics. */
export function readMpl2({ text, name }: TranscriptFile): ParsedTranscript {
  const tally = createTally()
  const segments: ParsedSegment[] = []
  for (const [index, content] of text.split('\n').entries()) {
    const found = mpl2Line.exec(content)
    if (found !== null) {
      const [, start = '', end = '', written = ''] = found
      segments.push({
        text: written
          .split('|')
          .map((line) => line.replace(/^\s*[/\\_]+(?=\S)/, ''))
          .join('\n'),
        start: Number(start) / 10,
        end: end === '' ? null : Number(end) / 10,
        line: index + 1,
      })
    } else if (content.trim() !== '') tally.count('line-left-out', index + 1)
  }
  if (segments.length === 0) {
    return emptyParsedTranscript({
      code: 'lines-missing',
      severity: 'error',
      message: `${name} has no line like [10][21]text, so it cannot be read as MPL2. Choose another format.`,
    })
  }
  return {
    segments,
    problems: tally.report(
      'line-left-out',
      'warning',
      ({ count, where }) =>
        `${countOf(count, 'line')}${where} ${count === 1 ? 'has' : 'have'} no times and ${count === 1 ? 'was' : 'were'} left out.`,
    ),
  }
}
