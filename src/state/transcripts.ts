import { nothingKnown } from '#transcript/found-timing.ts'
import type { KnownTiming, TimeAnchor } from '#transcript/found-timing.ts'
import type { Problem } from '#transcript/problem.ts'
import type { Chapter, Transcript } from '#transcript/transcript.ts'

/** Identifies a reading of a transcript for as long as the page lives: the same file read another way has another id. */
export type TranscriptId = string & { readonly __subject: 'transcript' }

/** Identifies a request to open something: what was opened together belongs together. */
export type RequestId = number & { readonly __subject: 'request' }

/** The file that a transcript was read from, and how it was read. */
export interface TranscriptSource {
  readonly name: string
  /** The address that a link can name; `null` for a file, which nobody else has. */
  readonly sharedAddress: string | null
  /** Empty where the file came without one. */
  readonly mimeType: string
  /** The id of the format it was read as; empty where no format matched, `draft` where no file was read. */
  readonly format: string
  /** A WHATWG label. */
  readonly encoding: string
  /** Which words before colons were taken for speakers. */
  readonly labels: 'evidence' | 'every' | 'none'
  /** What the listener has added to each time of the file, seconds. */
  readonly shift: number
  /** What named the speakers. */
  readonly speakersFrom: 'format' | 'text' | 'none'
  /** The formats it could be read as, the likeliest first. */
  readonly candidates: readonly { readonly format: string; readonly name: string }[]
  /** The whole file, to be read in another way; empty for a draft. */
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** What alignments have found out about a transcript in the open recording. */
export interface TranscriptTiming {
  readonly known: KnownTiming
  /** Of the recording, seconds; 0: unknown. */
  readonly duration: number
  /** The whole recording has been aligned. */
  readonly isComplete: boolean
  /** Segments for which no time was found keep the times they were read with. */
  readonly keepsRead: boolean
}

/** How much of a recording a draft covers. */
export interface DraftExtent {
  /** Seconds: where to resume. */
  readonly heardUntil: number
  readonly isComplete: boolean
}

/** A transcript in layers: as it was read, and with the times that were found for it. Plain data: a structured clone is equal. */
export interface TranscriptRecord {
  readonly id: TranscriptId
  /** `null` for a draft: it belongs to the open recording. */
  readonly requestId: RequestId | null
  readonly source: TranscriptSource
  readonly problems: readonly Problem[]
  readonly read: Transcript
  /** `null` for a transcript that was not written by this page. */
  readonly draft: DraftExtent | null
  /** BCP 47: what the listener says is spoken; `null`: the listener has chosen nothing. */
  readonly chosenLanguage: string | null
  /** Set by the listener, in order of the text. */
  readonly anchors: readonly TimeAnchor[]
  readonly timing: TranscriptTiming
  /** `read` with the times of `timing`; `null` where nothing was found. */
  readonly timed: Transcript | null
  /** `read` with what a running alignment has found so far; `timing` keeps what was known before it. */
  readonly interim: Transcript | null
}

/** What may change about a transcript that is open. */
export type TranscriptChanges = Partial<
  Omit<TranscriptRecord, 'id' | 'requestId' | 'source' | 'problems'>
>

/** A transcript that was read, before it has an id. */
export type ReadTranscript = Pick<TranscriptRecord, 'requestId' | 'source' | 'problems' | 'read'> &
  Partial<Pick<TranscriptRecord, 'draft'>>

/** The first blocks of a file that is still being read. */
export interface TranscriptBeginning {
  /** The id that the transcript will have. */
  readonly id: TranscriptId
  readonly requestId: RequestId
  readonly name: string
  readonly read: Transcript
}

/** The transcripts that are open for a recording: one is shown, the others are a choice away. */
export interface Transcripts {
  readonly byId: Readonly<Record<TranscriptId, TranscriptRecord>>
  /** In the order in which they came. */
  readonly order: readonly TranscriptId[]
  readonly shownId: TranscriptId | null
  /** Shown while no transcript is. */
  readonly beginning: TranscriptBeginning | null
  /** Chapters of a file of their own; they replace those of every transcript. */
  readonly chapters: { readonly requestId: RequestId; readonly list: readonly Chapter[] } | null
  /** What the open recording itself names; shown with a transcript that has none. */
  readonly recordingChapters: readonly Chapter[]
  /** How many ids have been given. */
  readonly count: number
}

export const noTranscripts: Transcripts = {
  byId: {},
  order: [],
  shownId: null,
  beginning: null,
  chapters: null,
  recordingChapters: [],
  count: 0,
}

export const shownRecord = ({ byId, shownId }: Transcripts): TranscriptRecord | null =>
  shownId === null ? null : byId[shownId]!

export const recordsOf = ({ byId, order }: Transcripts): readonly TranscriptRecord[] =>
  order.map((id) => byId[id]!)

/** The topmost layer of a record. */
export const topLayer = ({ interim, timed, read }: TranscriptRecord): Transcript =>
  interim ?? timed ?? read

/** The chapters that are shown: those of a file of their own, else of the transcript, else of the recording. */
export const shownChapters = (transcripts: Transcripts): readonly Chapter[] =>
  shownTranscript(transcripts)?.chapters ??
  transcripts.chapters?.list ??
  transcripts.recordingChapters

type WithTranscripts = { readonly transcripts: Transcripts }

/** Whether the shown transcript has times that it was not read with. */
export function isTimedAnew({ transcripts }: WithTranscripts): boolean {
  const record = shownRecord(transcripts)
  return record !== null && topLayer(record) !== record.read
}

/** The anchors of the shown transcript, in its order. */
export const shownAnchors = ({ transcripts }: WithTranscripts): readonly TimeAnchor[] =>
  shownRecord(transcripts)?.anchors ?? noAnchors
const noAnchors: readonly never[] = []

/** Of the transcript that is shown, be it whole or only begun. */
export const shownOrBegunId = ({ shownId, beginning }: Transcripts): TranscriptId | null =>
  shownId ?? beginning?.id ?? null

/** What is shown, with the chapters that belong to it; `null` where no transcript is open or begun. */
export function shownTranscript(transcripts: Transcripts): Transcript | null {
  const record = shownRecord(transcripts)
  const transcript = record ? topLayer(record) : transcripts.beginning?.read
  if (!transcript) return null
  const { chapters, recordingChapters } = transcripts
  if (chapters) return { ...transcript, chapters: chapters.list }
  const hasNone = transcript.chapters.length === 0 && recordingChapters.length > 0
  return hasNone ? { ...transcript, chapters: recordingChapters } : transcript
}

/** Shows the beginning of a file; it changes nothing where a transcript is shown, which stays until the whole is read. */
export function withBeginning(
  transcripts: Transcripts,
  beginning: Omit<TranscriptBeginning, 'id'>,
): Transcripts {
  if (transcripts.shownId !== null) return transcripts
  return { ...transcripts, beginning: { ...beginning, id: toId(transcripts.count + 1) } }
}

/** No more of the file of this request will be read. */
export const withoutBeginning = (transcripts: Transcripts, requestId: RequestId): Transcripts =>
  transcripts.beginning?.requestId === requestId ? { ...transcripts, beginning: null } : transcripts

/**
 * Adds transcripts and shows the first of them, unless one of a later request is shown. It takes the place and the id of
 * a beginning.
 */
export function withRead(transcripts: Transcripts, read: readonly ReadTranscript[]): Transcripts {
  if (read.length === 0) return transcripts
  const added = read.map((each, at) => toRecord(each, transcripts.count + at + 1))
  const shown = shownRecord(transcripts)
  const isLate = (shown?.requestId ?? 0) > (added[0]!.requestId ?? Infinity)
  return {
    ...transcripts,
    beginning: null,
    byId: { ...transcripts.byId, ...byIdOf(added) },
    order: [...transcripts.order, ...added.map(({ id }) => id)],
    shownId: isLate ? transcripts.shownId : added[0]!.id,
    count: transcripts.count + added.length,
  }
}

/** Throws for an id that is not open. */
export function withShown(transcripts: Transcripts, id: TranscriptId): Transcripts {
  if (!transcripts.byId[id]) throw new Error(`withShown: transcript ${id} is not open`)
  return { ...transcripts, shownId: id }
}

/** Puts another reading of its file in the place of a transcript, under an id of its own. */
export function withReread(
  transcripts: Transcripts,
  id: TranscriptId,
  read: ReadTranscript,
): Transcripts {
  if (!transcripts.byId[id]) return transcripts
  const again = toRecord(read, transcripts.count + 1)
  const order = transcripts.order.map((each) => (each === id ? again.id : each))
  const { [id]: _, ...others } = transcripts.byId
  return {
    ...transcripts,
    byId: { ...others, [again.id]: again },
    order,
    shownId: transcripts.shownId === id ? again.id : transcripts.shownId,
    count: transcripts.count + 1,
  }
}

/** Changes one record; an id that is not open changes nothing. */
export function withRecord(
  transcripts: Transcripts,
  id: TranscriptId,
  changes: TranscriptChanges,
): Transcripts {
  const record = transcripts.byId[id]
  if (!record) return transcripts
  return { ...transcripts, byId: { ...transcripts.byId, [id]: { ...record, ...changes } } }
}

/** Closes drafts, and the transcripts and chapters of the requests before this one: they belong to another recording. */
export function withSince(transcripts: Transcripts, requestId: RequestId): Transcripts {
  const isSince = (of: { readonly requestId: RequestId | null } | null) =>
    of !== null && of.requestId !== null && of.requestId >= requestId
  const left = recordsOf(transcripts).filter(isSince)
  const { shownId, chapters } = transcripts
  const beginning = isSince(transcripts.beginning) ? transcripts.beginning : null
  const isSame =
    left.length === transcripts.order.length &&
    beginning === transcripts.beginning &&
    (chapters === null || isSince(chapters))
  if (isSame) return transcripts
  return {
    ...transcripts,
    beginning,
    byId: byIdOf(left),
    order: left.map(({ id }) => id),
    shownId: left.some(({ id }) => id === shownId) ? shownId : null,
    chapters: isSince(chapters) ? chapters : null,
  }
}

const toRecord = (read: ReadTranscript, number: number): TranscriptRecord => ({
  draft: null,
  ...read,
  ...notAligned(read.read),
  id: toId(number),
})

const toId = (number: number) => `transcript-${number}` as TranscriptId

/** What a record holds where no alignment and no listener has added to it. */
export const notAligned = (read: Transcript) => ({
  chosenLanguage: null,
  anchors: noAnchors,
  timing: noTiming({ keepsRead: read.timing !== 'none' }),
  timed: null,
  interim: null,
})

export const noTiming = ({ keepsRead }: Pick<TranscriptTiming, 'keepsRead'>): TranscriptTiming => ({
  known: nothingKnown,
  duration: 0,
  isComplete: false,
  keepsRead,
})

const byIdOf = (records: readonly TranscriptRecord[]): Transcripts['byId'] =>
  Object.fromEntries(records.map((record) => [record.id, record]))
