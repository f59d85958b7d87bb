import type { TimingIssue, Segment, Word } from '#transcript/transcript.ts'
import type { EntryStore } from './entry-store.ts'

/**
 * What a machine wrote down of a recording, with its words: nobody else has this text, and it took minutes. It is the
 * only thing kept that can be read.
 */
export interface StoredDraft {
  /** Timed, without speakers. */
  readonly segments: readonly Segment[]
  /** Seconds: where to go on. */
  readonly heardUntil: number
  readonly isComplete: boolean
}

/** One for a recording; see `KeptRecordings`, whose room they share. */
export type DraftStore = EntryStore<StoredDraft>

export const draftKey = (fingerprint: string) => `${fingerprint} draft`

/** Bytes, as good as what the browser needs. */
export const bytesOfDraft = ({ segments }: StoredDraft) =>
  segments.reduce(
    (sum, { text, words, issues = [] }) =>
      sum + 120 + 2 * text.length + 80 * words.length + 60 * issues.length,
    400,
  )

/** Drafts stored before issues had their name hold them as `doubts`. */
export function withIssuesRenamed(draft: StoredDraft): StoredDraft {
  const segments = draft.segments.map((segment) => {
    const { doubts, ...rest } = segment as Segment & { readonly doubts?: Segment['issues'] }
    return doubts === undefined ? segment : { ...rest, issues: doubts }
  })
  return { ...draft, segments }
}

/** Whether a value that was kept is one: another version of the page may have written it. */
export function isStoredDraft(value: unknown): value is StoredDraft {
  if (!isObject<StoredDraft>(value)) return false
  const { segments, heardUntil, isComplete } = value
  return (
    Array.isArray(segments) &&
    segments.every(isSegment) &&
    Number.isFinite(heardUntil) &&
    typeof isComplete === 'boolean'
  )
}

function isSegment(value: unknown): boolean {
  if (!isObject<Segment>(value)) return false
  const { text, start, end, speaker, kind, words, issues = [] } = value
  return (
    typeof text === 'string' &&
    isStretch(start, end) &&
    speaker === null &&
    kind === 'speech' &&
    Array.isArray(words) &&
    words.every(
      (word) => isObject<Word>(word) && isIn(word, text) && isStretch(word.start, word.end),
    ) &&
    Array.isArray(issues) &&
    issues.every((issue) => isObject<TimingIssue>(issue) && isIn(issue, text))
  )
}

type Unchecked<T> = { readonly [Key in keyof T]?: unknown }

const isObject = <T>(value: unknown): value is Unchecked<T> =>
  typeof value === 'object' && value !== null
const isIn = ({ from, to }: { from?: unknown; to?: unknown }, text: string) =>
  isStretch(from, to) && (from as number) >= 0 && (to as number) <= text.length
const isStretch = (from: unknown, to: unknown) =>
  typeof from === 'number' && typeof to === 'number' && from <= to
