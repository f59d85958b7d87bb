import type { AppStore } from '#state/store.ts'
import { recordsOf, shownRecord } from '#state/transcripts.ts'
import type {
  DraftExtent,
  TranscriptChanges,
  TranscriptId,
  TranscriptRecord,
} from '#state/transcripts.ts'
import type { Transcript } from '#transcript/transcript.ts'

/** The open transcripts, as an alignment reads and changes them. */
export const openRecords = (store: AppStore) => ({
  get shown(): TranscriptRecord | null {
    return shownRecord(store.getState().transcripts)
  },
  get all(): readonly TranscriptRecord[] {
    return recordsOf(store.getState().transcripts)
  },
  /** `null` where it is not open any more. */
  find: (id: TranscriptId): TranscriptRecord | null =>
    store.getState().transcripts.byId[id] ?? null,
  change: (id: TranscriptId, changes: TranscriptChanges) =>
    store.getState().transcriptChanged(id, changes),
  /** Adds a draft of the open recording, shows it and returns its id. */
  addDraft(name: string, { read, draft }: { read: Transcript; draft: DraftExtent }): TranscriptId {
    const source = {
      name: `Draft of ${name}`,
      sharedAddress: null,
      mimeType: '',
      format: 'draft',
      encoding: 'utf-8',
      labels: 'evidence' as const,
      shift: 0,
      speakersFrom: 'none' as const,
      candidates: [],
      bytes: new Uint8Array(),
    }
    store.getState().transcriptsRead([{ requestId: null, source, problems: [], read, draft }])
    return store.getState().transcripts.shownId!
  },
})
