import type { EntryStore } from './entry-store.ts'

/** The alignment of a transcript with a recording: positions and times as numbers, no text and no names. */
export interface StoredAlignment {
  /** Three numbers a word: segment, and the offsets of the word in its text. */
  readonly wordPlaces: Int32Array<ArrayBuffer>
  /** Three numbers a word: start and end in seconds, and confidence. */
  readonly wordTimes: Float64Array<ArrayBuffer>
  /** Four numbers an issue: segment, offsets, and the number of the reason. The name is of an older version. */
  readonly doubts: Int32Array<ArrayBuffer>
  /** Three numbers an anchor: segment, offset, seconds. */
  readonly anchors: Float64Array<ArrayBuffer>
  /** Seconds of the recording that were processed. */
  readonly heardUntil: number
  /** Of the recording, seconds. */
  readonly duration: number
  /** The first position of the transcript without a result: segment and offset. */
  readonly undecided: readonly [number, number]
  readonly isComplete: boolean
  /** Whether segments found far from the times of their file keep those times. */
  readonly keepsWritten: boolean
  /** BCP 47, if the listener has chosen it. */
  readonly language?: string | null
}

/** By recording and transcript. */
export type AlignmentStore = EntryStore<StoredAlignment>

/** Estimated size in the browser's storage, bytes. */
export const bytesOfAlignment = ({ wordPlaces, wordTimes, doubts, anchors }: StoredAlignment) =>
  wordPlaces.byteLength + wordTimes.byteLength + doubts.byteLength + anchors.byteLength + 400

/** Checks a stored value, which another version of the page may have written. */
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
