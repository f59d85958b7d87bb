import { emptyParsedTranscript, type ParsedTranscript } from '../parsed-transcript.ts'

/** For a file that somebody asks to be read as a format whose shape it has not. */
export function refuseShape(name: string, writer: string): ParsedTranscript {
  return emptyParsedTranscript({
    code: 'format-unknown',
    severity: 'error',
    message: `${name} is not the JSON that ${writer} writes. Choose another format, or export it as SubRip (.srt).`,
  })
}
