import { capHiddenPauses } from '#transcript/hidden-pauses.ts'
import { toLines } from '#transcript/lines.ts'
import type { Grouping } from '#transcript/lines.ts'
import type { Line } from '#transcript/line.ts'
import type { Problem } from '#transcript/problem.ts'
import { createTimeline } from '#transcript/timeline.ts'
import type { Timeline } from '#transcript/timeline.ts'
import type { Chapter, Transcript } from '#transcript/transcript.ts'
import type { OfferedLink, Preferences, Search, TranscriptDocument } from './app-state.ts'
import { keepSame } from './keep-same.ts'
import { emptySearch, searchedAgain } from './search-slice.ts'
import type { SliceCreator } from './slice-creator.ts'
import { wordsInSound } from './words-in-sound.ts'
import type { SpokenFacts } from './words-in-sound.ts'

export interface DocumentSlice {
  readonly document: TranscriptDocument
  /**
   * Of the document's lines, whose words end with their sound where its silences are known. It changes with
   * the lines, and, alone, with the silences: nobody has to draw the text again.
   */
  readonly timeline: Timeline

  documentOpened(opened: {
    name: string
    format: string
    transcript: Transcript
    problems: readonly Problem[]
  }): void
  /** When its segments are spoken became known, or another time for them: the text is the same. */
  documentTimed(transcript: Transcript): void
  documentClosed(): void
  /** Chapters came in a file of their own. */
  chaptersOpened(chapters: readonly Chapter[]): void
  groupingChanged(grouping: Grouping): void
}

/** The facts that change with the lines. */
interface LineFacts extends SpokenFacts {
  readonly preferences: Preferences
  readonly search: Search
  readonly offeredLink: OfferedLink | null
}

export const createDocumentSlice: SliceCreator<DocumentSlice, LineFacts> = (set, get) => {
  /** The facts that hang on the lines change with them, in one step. */
  function withLines(document: TranscriptDocument) {
    const timeline = createTimeline(wordsInSound(document, get().silences))
    return { document, timeline, search: emptySearch }
  }

  return {
    document: { status: 'none' },
    timeline: createTimeline([]),

    documentOpened: (opened) =>
      set(({ preferences }) => ({
        offeredLink: null,
        ...withLines({
          ...opened,
          status: 'open',
          lines: shownLines(opened.transcript, preferences.grouping),
        }),
      })),

    documentTimed: (transcript) =>
      set(({ document, preferences, search }) => {
        if (document.status !== 'open') return {}
        const lines = keepSame(document.lines, shownLines(transcript, preferences.grouping))
        const timed = withLines({ ...document, transcript, lines })
        return { ...timed, search: searchedAgain(search, { before: document.lines, lines }) }
      }),

    documentClosed: () => set(withLines({ status: 'none' })),

    chaptersOpened: (chapters) =>
      set(({ document, preferences }) => {
        if (document.status !== 'open') return {}
        const transcript = { ...document.transcript, chapters }
        return withLines({
          ...document,
          transcript,
          lines: shownLines(transcript, preferences.grouping),
        })
      }),

    groupingChanged: (grouping) =>
      set(({ document }) =>
        document.status === 'open'
          ? withLines({ ...document, lines: shownLines(document.transcript, grouping) })
          : {},
      ),
  }
}

function shownLines(transcript: Transcript, grouping: Grouping): Line[] {
  const lines = toLines(transcript, grouping)
  return transcript.timing === 'word' ? lines.map(capHiddenPauses) : lines
}
