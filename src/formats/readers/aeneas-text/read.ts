import { countOf, createTally } from '#transcript/problem-tally.ts'
import {
  emptyParsedTranscript,
  type ParsedTranscript,
  type ParsedSegment,
} from '../../parsing/parsed-transcript.ts'
import type { TranscriptFile } from '../format.ts'
import { readFragmentLine } from './lines.ts'

/** Reads aeneas' text sync map (readbeyond/aeneas, `SyncMapFormat.TXT`): one fragment per line. */
export function readAeneasText({ text, name }: TranscriptFile): ParsedTranscript {
  const tally = createTally()
  const segments: ParsedSegment[] = []
  for (const [at, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    const fragment = readFragmentLine(line)
    if (fragment === null) tally.count('line-unreadable', at + 1)
    else segments.push({ ...fragment, line: at + 1 })
  }
  if (segments.length === 0) {
    return emptyParsedTranscript({
      code: 'fragments-missing',
      severity: 'error',
      message: `${name} has no line like f000001 0.000 2.680 "text", so it cannot be read as aeneas text. Choose another format.`,
    })
  }
  const problems = tally.report(
    'line-unreadable',
    'warning',
    ({ count, where }) =>
      `${countOf(count, 'line')}${where} ${count === 1 ? 'is' : 'are'} not in this format and ${count === 1 ? 'was' : 'were'} left out.`,
  )
  return { segments, problems }
}
