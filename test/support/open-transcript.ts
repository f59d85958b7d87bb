import type { AppStore } from '#state/store.ts'
import type { ReadTranscript, RequestId, TranscriptId } from '#state/transcripts.ts'
import type { Transcript } from '#transcript/transcript.ts'

/** A transcript as it is read from a file, for the store. */
export const readAs = (
  read: Transcript,
  { name = 'talk.vtt', format = 'webvtt', problems = [] }: Partial<ReadParts> = {},
): ReadTranscript => ({
  requestId: 1 as RequestId,
  source: {
    name,
    sharedAddress: null,
    mimeType: '',
    format,
    encoding: 'utf-8',
    labels: 'evidence',
    shift: 0,
    speakersFrom: 'none',
    candidates: [],
    bytes: new Uint8Array(),
  },
  problems,
  read,
})

interface ReadParts extends Pick<ReadTranscript, 'problems'> {
  readonly name: string
  readonly format: string
}

/** Opens a transcript in the store and shows it; returns its id. */
export function openTranscript(
  store: AppStore,
  transcript: Transcript,
  parts: Partial<ReadParts> = {},
): TranscriptId {
  store.getState().transcriptsRead([readAs(transcript, parts)])
  return store.getState().transcripts.shownId!
}
