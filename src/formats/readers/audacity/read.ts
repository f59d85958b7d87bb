import { countOf, createTally } from '#transcript/problem-tally.ts'
import {
  emptyParsedTranscript,
  type ParsedTranscript,
  type ParsedSegment,
} from '../../parsing/parsed-transcript.ts'
import type { TranscriptFile } from '../format.ts'
import { isFrequencies, parseAudacityLabel } from './labels.ts'

/** Reads Audacity's labels: https://manual.audacityteam.org/man/importing_and_exporting_labels.html */
export function readAudacity({ text, name }: TranscriptFile): ParsedTranscript {
  const tally = createTally()
  const segments: ParsedSegment[] = []
  for (const [index, content] of text.split('\n').entries()) {
    const label = parseAudacityLabel(content)
    const line = index + 1
    if (label !== null) segments.push({ ...label, line })
    else if (content.trim() !== '' && !isFrequencies(content)) tally.count('line-left-out', line)
  }
  if (segments.length === 0) {
    return emptyParsedTranscript({
      code: 'labels-missing',
      severity: 'error',
      message: `${name} has no line of two times in seconds and a label with tabs between them, so it cannot be read as Audacity labels. Choose another format.`,
    })
  }
  const onlyIds = segments.every((segment) => /^\s*[a-z]{1,3}\d{3,}\s*$/i.test(segment.text))
  return {
    segments,
    problems: [
      ...(onlyIds
        ? [
            {
              code: 'labels-are-ids',
              severity: 'warning' as const,
              message: `${name} contains only labels such as ${segments[0]!.text.trim().slice(0, 20)}, not the text. Export it in a format with text, such as SubRip (.srt).`,
            },
          ]
        : []),
      ...tally.report(
        'line-left-out',
        'warning',
        ({ count, where }) =>
          `${countOf(count, 'line')}${where} ${count === 1 ? 'is not a label' : 'are not labels'} and ${count === 1 ? 'was' : 'were'} left out.`,
      ),
    ],
  }
}
