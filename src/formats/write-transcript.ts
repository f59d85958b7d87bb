import type { Problem } from '#transcript/problem.ts'
import { isTimed, type Transcript } from '#transcript/transcript.ts'
import type { WriterCapabilities, Writer } from './writers/writer.ts'
import { writers } from './writers/registry.ts'
import { exportName } from './writing/export-name.ts'
import { prepareTranscript, type ExportOptions } from './writing/prepare.ts'

export interface WriteOptions extends ExportOptions {
  /** Name of the recording or transcript, perhaps with a path, from which the export's name is made. */
  readonly fileName?: string
}

/** `text` or `bytes`; neither if nothing could be written, in which case one of `problems` is the error. */
export type WriteResult = (
  | { readonly text: string; readonly bytes?: never }
  | { readonly bytes: Uint8Array; readonly text?: never }
  | { readonly text?: never; readonly bytes?: never }
) & {
  readonly fileName: string
  readonly mimeType: string
  /** What the format could not represent: one problem per kind. */
  readonly problems: readonly Problem[]
}

/**
 * Writes a transcript in one of the formats in `writers`, by its id. Never rejects and never changes the transcript.
 */
export async function writeTranscript(
  transcript: Transcript,
  formatId: string,
  options: WriteOptions = {},
): Promise<WriteResult> {
  const writer = writers.find(({ id }) => id === formatId)
  if (writer === undefined) {
    const message = `Transcripts cannot be written as “${formatId.slice(0, 40)}”, because there is no such format. Choose another.`
    const fileName = exportName(options.fileName ?? transcript.title, 'txt')
    const problems = [failure('format-unknown', message)]
    return { fileName, mimeType: 'text/plain', problems }
  }
  const about = {
    fileName: exportName(options.fileName ?? transcript.title, writer.extension),
    mimeType: writer.mimeType,
  }
  try {
    const { write, capabilities } = await writer.load()
    const refused = refuse(transcript, writer, capabilities)
    if (refused !== null) return { ...about, problems: [refused] }
    const { prepared, problems } = prepareTranscript(transcript, {
      writer,
      capabilities,
      options,
    })
    const written = write(prepared)
    return { ...written, ...about, problems: [...problems, ...written.problems] }
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'no reason given'
    const message = `The transcript could not be written as ${writer.name} (${reason}). Try again, or choose another format.`
    return { ...about, problems: [failure('writer-failed', message)] }
  }
}

function refuse(
  { segments }: Transcript,
  writer: Writer,
  capabilities: WriterCapabilities,
): Problem | null {
  const worded = segments.filter(({ text }) => text.trim() !== '')
  if (worded.length === 0) {
    if (capabilities.nothing) return null
    return failure('nothing-to-write', 'The transcript has no text, so there is nothing to write.')
  }
  if (!writer.needsTimes || worded.some(isTimed)) return null
  return failure(
    'times-missing',
    `The transcript has no times, and ${writer.name} needs them. Choose plain text, Markdown or DOCX.`,
  )
}

function failure(code: string, message: string): Problem {
  return { code, severity: 'error', message }
}
