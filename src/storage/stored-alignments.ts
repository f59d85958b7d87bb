import type { EntryStore } from './entry-store.ts'

/**
 * What was found out about when a text is spoken in a recording: places and times, as numbers. Nothing that can
 * be read or heard: no word, no name.
 */
export interface StoredAlignment {
  /** Three a word: segment, and offsets into its text. */
  readonly wordPlaces: Int32Array<ArrayBuffer>
  /** Three a word: start and end, seconds, and confidence. */
  readonly wordTimes: Float64Array<ArrayBuffer>
  /** Four an issue: segment, offsets, and which reason. */
  readonly doubts: Int32Array<ArrayBuffer>
  /** Three an anchor of the listener's: segment, offset, seconds. */
  readonly anchors: Float64Array<ArrayBuffer>
  /** Seconds of the recording that were dealt with, of how many. */
  readonly heardUntil: number
  readonly duration: number
  /** The first place of the text that is not decided: segment and offset. */
  readonly undecided: readonly [number, number]
  readonly isComplete: boolean
  /** Where a segment was found far from where its file says, it keeps the file's time. */
  readonly keepsWritten: boolean
  /** BCP 47, where the listener has chosen it. */
  readonly language?: string | null
}

/** By recording and text; see `KeptRecordings`, whose room they share. */
export type AlignmentStore = EntryStore<StoredAlignment>

/** Bytes, as good as what the browser needs. */
export const bytesOfAlignment = ({ wordPlaces, wordTimes, doubts, anchors }: StoredAlignment) =>
  wordPlaces.byteLength + wordTimes.byteLength + doubts.byteLength + anchors.byteLength + 400

/** Whether a value that was kept is one: another version of the page may have written it. */
export function isStoredAlignment(value: unknown): value is StoredAlignment {
  if (typeof value !== 'object' || value === null) return false
  const { wordPlaces, wordTimes, doubts, anchors, heardUntil, duration, ...rest } =
    value as Partial<Record<string, unknown>>
  const { undecided, isComplete, keepsWritten, language = null } = rest
  return (
    wordPlaces instanceof Int32Array &&
    wordTimes instanceof Float64Array &&
    wordPlaces.length % 3 === 0 &&
    wordPlaces.length === wordTimes.length &&
    doubts instanceof Int32Array &&
    doubts.length % 4 === 0 &&
    anchors instanceof Float64Array &&
    anchors.length % 3 === 0 &&
    Number.isFinite(heardUntil) &&
    Number.isFinite(duration) &&
    Array.isArray(undecided) &&
    undecided.length === 2 &&
    undecided.every(Number.isInteger) &&
    typeof isComplete === 'boolean' &&
    typeof keepsWritten === 'boolean' &&
    (language === null || typeof language === 'string')
  )
}
