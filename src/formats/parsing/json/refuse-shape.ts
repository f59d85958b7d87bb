import { emptyParsedTranscript, type ParsedTranscript } from '../parsed-transcript.ts'

/** The result for a file that the user chose to read as a format whose structure it does not have. */
export function refuseShape(name: string, writer: string): ParsedTranscript {
  return emptyParsedTranscript({
    code: 'format-unknown',
    severity: 'error',
    message: `${name} is not the JSON that ${writer} writes. Choose another format, or export it as SubRip (.srt).`,
  })
}
