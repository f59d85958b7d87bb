import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { readTranscript } from '#formats/read-transcript.ts'
import type { Problem } from '#transcript/problem.ts'
import type { Transcript } from '#transcript/transcript.ts'
import { failureReason } from './failure.ts'
import { refuseSpecial } from './regular-file.ts'

export type TranscriptToAlign =
  | { readonly kind: 'read'; readonly transcript: Transcript; readonly notes: readonly string[] }
  | { readonly kind: 'failed'; readonly why: string }

/** Reads a transcript in any format that the page reads. Never rejects. */
export async function readTranscriptFile(path: string): Promise<TranscriptToAlign> {
  let bytes: Uint8Array
  try {
    await refuseSpecial(path)
    bytes = await readFile(path)
  } catch (error) {
    return {
      kind: 'failed',
      why: `${path} could not be opened (${failureReason(error)}). Check the name.`,
    }
  }
  const { transcript, problems } = await readTranscript(bytes, { fileName: basename(path) })
  if (transcript) return { kind: 'read', transcript, notes: readingWarnings(problems) }
  const error = problems.find(({ severity }) => severity === 'error')
  return {
    kind: 'failed',
    why: error?.message ?? `${path} could not be read. Choose another file.`,
  }
}

/** The problems that a log should show: what was changed or left out, without mere notes. */
export const readingWarnings = (problems: readonly Problem[]) =>
  problems.filter(({ severity }) => severity === 'warning').map(({ message }) => message)
