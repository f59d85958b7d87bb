import type { AppStore } from '#state/store.ts'
import { shownRecord } from '#state/transcripts.ts'
import type { TranscriptId } from '#state/transcripts.ts'
import type { Transcript } from '#transcript/transcript.ts'

/** A transcript as it was read. */
export interface AlignableTranscript {
  readonly id: TranscriptId
  readonly transcript: Transcript
}

/** The transcripts of the store, as an alignment reads and changes them. */
export const transcriptsIn = (store: AppStore) => ({
  get shown(): AlignableTranscript | null {
    const record = shownRecord(store.getState().transcripts)
    return record && { id: record.id, transcript: record.read }
  },
  giveTimes: (id: TranscriptId, timed: Transcript | null) =>
    store.getState().transcriptTimed(id, timed),
  rewrite: (id: TranscriptId, read: Transcript) => store.getState().transcriptWritten(id, read),
  /** Adds a draft of the open recording, shows it and returns its id. */
  addDraft(name: string, read: Transcript): TranscriptId {
    const source = {
      name: `Draft of ${name}`,
      mimeType: '',
      format: 'draft',
      encoding: 'utf-8',
      candidates: [],
      bytes: new Uint8Array(),
    }
    store.getState().transcriptsRead([{ requestId: null, source, problems: [], read }])
    return store.getState().transcripts.shownId!
  },
})
