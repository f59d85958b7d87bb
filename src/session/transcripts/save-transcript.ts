import type { WriteResult, WriteOptions } from '#formats/write-transcript.ts'
import type { AppStore } from '#state/store.ts'
import { shownRecord } from '#state/transcripts.ts'
import type { Problem } from '#transcript/problem.ts'
import type { Transcript } from '#transcript/transcript.ts'

/** What saving a transcript needs from outside. */
export interface SavingPorts {
  readonly store: AppStore
  writeTranscript(
    transcript: Transcript,
    formatId: string,
    options: WriteOptions,
  ): Promise<WriteResult>
  /** Downloads a file. */
  giveFile(file: Blob, name: string): void
}

/** The parts of the transcript to save, where the format can hold them. */
export type SavedParts = Pick<WriteOptions, 'speakers' | 'times' | 'words'>

/** The outcome of saving; `fileName` is `null` where nothing was saved. */
export interface SaveResult {
  readonly fileName: string | null
  readonly problems: readonly Problem[]
}

export type SaveTranscript = (formatId: string, parts: SavedParts) => Promise<SaveResult>

/** Writes the open transcript as a file of another format. Never rejects. */
export function createSaveTranscript({
  store,
  writeTranscript,
  giveFile,
}: SavingPorts): SaveTranscript {
  return async (formatId, parts) => {
    const { document, recording } = store.getState()
    if (document.status !== 'open') return { fileName: null, problems: [] }
    const fileName = recording.status === 'open' ? recording.name : document.name
    try {
      const transcript = await withCues(store, document.transcript, formatId)
      const writing = await writeTranscript(transcript, formatId, { ...parts, fileName })
      const content = writing.text ?? (writing.bytes as Uint8Array<ArrayBuffer> | undefined)
      if (content === undefined) return { fileName: null, problems: writing.problems }
      giveFile(new Blob([content], { type: writing.mimeType }), writing.fileName)
      return { fileName: writing.fileName, problems: writing.problems }
    } catch (error) {
      return { fileName: null, problems: [notWritten(error)] }
    }
  }
}

/** A text that was read without times has no cues of its own: its paragraphs would be cues of a minute. */
async function withCues(
  store: AppStore,
  transcript: Transcript,
  formatId: string,
): Promise<Transcript> {
  const record = shownRecord(store.getState().transcripts)
  if (record && record.read.timing !== 'none' && !record.draft) return transcript
  const { cutIntoCues } = await import('#transcript/caption-cues.ts')
  return cutIntoCues(transcript, formatId)
}

const notWritten = (error: unknown): Problem => ({
  code: 'not-written',
  severity: 'error',
  message: `The transcript could not be saved (${error instanceof Error ? error.message : 'no reason given'}). Try again; if it fails again, choose another format.`,
})
