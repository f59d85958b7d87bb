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
  shownRecord,
  shownTranscript,
  topLayer,
  withOnly,
  withRead,
  withRecord,
  withReread,
  withShown,
} from './transcripts.ts'
import type {
  ReadTranscript,
  RequestId,
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

  /** The first of them is shown. */
  transcriptsRead(read: readonly ReadTranscript[]): void
  transcriptShown(id: TranscriptId): void
  /** Its file was read in another way, which is another transcript in the same place. */
  transcriptReread(id: TranscriptId, read: ReadTranscript): void
  /** Times were found, a draft has gained segments, or the listener has set an anchor; an id that is not open changes nothing. */
  transcriptChanged(id: TranscriptId, changes: TranscriptChanges): void
  /** Another recording was opened by this request: the transcripts of other requests are closed. */
  transcriptsClosed(except: RequestId): void
  chaptersRead(requestId: RequestId, chapters: readonly Chapter[]): void
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

    transcriptsRead: (read) => change((all) => withRead(all, read)),
    transcriptShown: (id) => change((all) => withShown(all, id)),
    transcriptReread: (id, read) => change((all) => withReread(all, id, read)),
    transcriptChanged: (id, changes) => change((all) => withRecord(all, id, changes)),
    transcriptsClosed: (except) => change((all) => withOnly(all, except)),
    chaptersRead: (requestId, list) => change((all) => ({ ...all, chapters: { requestId, list } })),
    groupingChanged: (grouping) =>
      set((state) => {
        const { document } = state
        if (document.status !== 'open') return {}
        const lines = toShownLines(document.transcript, grouping)
        return withDocument(state, { ...document, lines })
      }),
  }
}

/** Derives what is shown from the transcripts, where that has changed. */
function withTranscripts(state: State, transcripts: Transcripts): Partial<State> {
  const before = state.transcripts
  if (transcripts.shownId !== before.shownId) return withOther(state, transcripts)
  const [old, now] = [shownRecord(before), shownRecord(transcripts)]
  const isSame = old === now || (old !== null && now !== null && topLayer(old) === topLayer(now))
  if (isSame && transcripts.chapters === before.chapters) return { transcripts }
  return withOtherLayer(state, transcripts)
}

/** Another transcript is shown than before, or none. */
function withOther(state: State, transcripts: Transcripts): Partial<State> {
  const record = shownRecord(transcripts)
  const transcript = shownTranscript(transcripts)
  if (!record || !transcript) {
    return { transcripts, ...withDocument(state, { status: 'none' }) }
  }
  const { source, problems } = record
  const lines = toShownLines(transcript, state.preferences.grouping)
  return {
    transcripts,
    offeredLink: null,
    ...withDocument(state, {
      status: 'open',
      name: source.name,
      format: source.format,
      transcript,
      lines,
      problems,
    }),
  }
}

/** The same transcript with other times, more segments or other chapters: lines that have not changed stay the same objects. */
function withOtherLayer(state: State, transcripts: Transcripts): Partial<State> {
  const { document, preferences, search } = state
  const transcript = shownTranscript(transcripts)
  if (document.status !== 'open' || !transcript) return { transcripts }
  const lines = keepSame(document.lines, toShownLines(transcript, preferences.grouping))
  return {
    transcripts,
    ...withDocument(state, { ...document, transcript, lines }),
    search: searchedAgain(search, { before: document.lines, lines }),
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
