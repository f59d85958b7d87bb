import { capHiddenPauses } from '#transcript/hidden-pauses.ts'
import { toLines } from '#transcript/lines.ts'
import type { Grouping } from '#transcript/lines.ts'
import type { Line } from '#transcript/line.ts'
import { createTimeline } from '#transcript/timeline.ts'
import type { Timeline } from '#transcript/timeline.ts'
import type { Chapter, Transcript } from '#transcript/transcript.ts'
import type { OfferedLink, Preferences, Search, TranscriptDocument } from './app-state.ts'
import { keepSame } from './keep-same.ts'
import { emptySearch, searchedAgain } from './search-slice.ts'
import type { SliceCreator } from './slice-creator.ts'
import {
  noTranscripts,
  shownOrBegunId,
  shownRecord,
  shownTranscript,
  topLayer,
  withBeginning,
  withoutBeginning,
  withRead,
  withRecord,
  withReread,
  withShown,
  withSince,
} from './transcripts.ts'
import type {
  ReadTranscript,
  RequestId,
  TranscriptBeginning,
  TranscriptChanges,
  TranscriptId,
  Transcripts,
} from './transcripts.ts'
import { wordsInSound } from './words-in-sound.ts'
import type { SpokenFacts } from './words-in-sound.ts'

export interface TranscriptsSlice {
  /** The truth about the transcripts that are open; everything below follows from it. */
  readonly transcripts: Transcripts
  /** The shown transcript and its lines. */
  readonly document: TranscriptDocument
  /**
   * Of the document's lines, whose words end with their sound where its silences are known. It changes with
   * the lines, and alone when the silences change: the transcript is not drawn again then.
   */
  readonly timeline: Timeline

  /** The first blocks of a file were read; shown where no transcript is. */
  beginningRead(beginning: Omit<TranscriptBeginning, 'id'>): void
  /** The rest of the file could not be read, or is not wanted any more. The beginning of another request stays. */
  beginningClosed(requestId: RequestId): void
  /** The first of them is shown, unless one of a later request is. */
  transcriptsRead(read: readonly ReadTranscript[]): void
  transcriptShown(id: TranscriptId): void
  /** Its file was read in another way, which is another transcript in the same place. */
  transcriptReread(id: TranscriptId, read: ReadTranscript): void
  /** Times were found, a draft has gained segments, or the listener has set an anchor; an id that is not open changes nothing. */
  transcriptChanged(id: TranscriptId, changes: TranscriptChanges): void
  /** Another recording was opened by this request: the transcripts of the requests before it are closed, and drafts. */
  transcriptsClosed(before: RequestId): void
  chaptersRead(requestId: RequestId, chapters: readonly Chapter[]): void
  /** Of the open recording; none when another one is opened. */
  recordingChaptersRead(chapters: readonly Chapter[]): void
  groupingChanged(grouping: Grouping): void
}

/** The facts that change with the shown transcript. */
interface ShownFacts extends SpokenFacts {
  readonly preferences: Preferences
  readonly search: Search
  readonly offeredLink: OfferedLink | null
}

type State = TranscriptsSlice & ShownFacts

export const createTranscriptsSlice: SliceCreator<TranscriptsSlice, ShownFacts> = (set) => {
  const change = (how: (transcripts: Transcripts) => Transcripts) =>
    set((state) => withTranscripts(state, how(state.transcripts)))
  return {
    transcripts: noTranscripts,
    document: { status: 'none' },
    timeline: createTimeline([]),

    beginningRead: (beginning) => change((all) => withBeginning(all, beginning)),
    beginningClosed: (requestId) => change((all) => withoutBeginning(all, requestId)),
    transcriptsRead: (read) => change((all) => withRead(all, read)),
    transcriptShown: (id) => change((all) => withShown(all, id)),
    transcriptReread: (id, read) => change((all) => withReread(all, id, read)),
    transcriptChanged: (id, changes) => change((all) => withRecord(all, id, changes)),
    transcriptsClosed: (before) => change((all) => withSince(all, before)),
    chaptersRead: (requestId, list) => change((all) => ({ ...all, chapters: { requestId, list } })),
    recordingChaptersRead: (recordingChapters) =>
      change((all) =>
        all.recordingChapters.length + recordingChapters.length === 0
          ? all
          : { ...all, recordingChapters },
      ),
    groupingChanged: (grouping) =>
      set((state) => {
        const { document } = state
        if (document.status === 'none') return {}
        const lines = toShownLines(document.transcript, grouping)
        return withDocument(state, { ...document, lines })
      }),
  }
}

/** Derives what is shown from the transcripts, where that has changed. */
function withTranscripts(state: State, transcripts: Transcripts): Partial<State> {
  const before = state.transcripts
  if (shownOrBegunId(transcripts) !== shownOrBegunId(before)) return withOther(state, transcripts)
  const [old, now] = [shownRecord(before), shownRecord(transcripts)]
  const isSame = old === now || (old !== null && now !== null && topLayer(old) === topLayer(now))
  const areSame =
    transcripts.chapters === before.chapters &&
    transcripts.recordingChapters === before.recordingChapters
  if (isSame && areSame) return { transcripts }
  return withOtherLayer(state, transcripts)
}

/** Another transcript is shown than before, or none. */
function withOther(state: State, transcripts: Transcripts): Partial<State> {
  const document = toDocument(transcripts, state.preferences.grouping)
  const shown = { transcripts, ...withDocument(state, document) }
  return document.status === 'none' ? shown : { ...shown, offeredLink: null }
}

/** The same transcript, whole after its beginning, or with other times, more segments or other chapters: lines that have not changed stay the same objects. */
function withOtherLayer(state: State, transcripts: Transcripts): Partial<State> {
  const { document: before, preferences, search } = state
  const document = toDocument(transcripts, preferences.grouping)
  if (before.status === 'none' || document.status === 'none') return { transcripts }
  const lines = keepSame(before.lines, document.lines)
  return {
    transcripts,
    ...withDocument(state, { ...document, lines }),
    search: searchedAgain(search, { before: before.lines, lines }),
  }
}

function toDocument(transcripts: Transcripts, grouping: Grouping): TranscriptDocument {
  const transcript = shownTranscript(transcripts)
  if (!transcript) return { status: 'none' }
  const lines = toShownLines(transcript, grouping)
  const record = shownRecord(transcripts)
  if (record) {
    const { id, source, problems } = record
    const { name, format } = source
    return { status: 'open', id, name, format, transcript, lines, problems }
  }
  const { id, name } = transcripts.beginning!
  const ends = transcript.segments.flatMap(({ end }) => (end === null ? [] : [end]))
  return {
    status: 'beginning',
    id,
    name,
    transcript,
    lines,
    completeUntil: Math.max(0, ...ends),
  }
}

/** What depends on the lines changes with them, in one step. */
function withDocument(
  { silences }: State,
  document: TranscriptDocument,
): Pick<State, 'document' | 'timeline' | 'search'> {
  return {
    document,
    timeline: createTimeline(wordsInSound(document, silences)),
    search: emptySearch,
  }
}

function toShownLines(transcript: Transcript, grouping: Grouping): Line[] {
  const lines = toLines(transcript, grouping)
  return transcript.timing === 'word' ? lines.map(capHiddenPauses) : lines
}
