import type { TimingIssue, Segment, Word } from '#transcript/transcript.ts'
import type { EntryStore } from './entry-store.ts'

/** A draft transcript of a recording. It is the only stored value that contains text; making it again takes minutes. */
export interface StoredDraft {
  /** Timed, without speakers. */
  readonly segments: readonly Segment[]
  /** The time at which the next run resumes, seconds. */
  readonly heardUntil: number
  readonly isComplete: boolean
}

/** One for each recording. */
export type DraftStore = EntryStore<StoredDraft>

export const draftKey = (fingerprint: string) => `${fingerprint} draft`

/** Estimated size in the browser's storage, bytes. */
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

/** Checks a stored value, which another version of the page may have written. */
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
    isRange(start, end) &&
    speaker === null &&
    kind === 'speech' &&
    Array.isArray(words) &&
    words.every(
      (word) => isObject<Word>(word) && isIn(word, text) && isRange(word.start, word.end),
    ) &&
    Array.isArray(issues) &&
    issues.every((issue) => isObject<TimingIssue>(issue) && isIn(issue, text))
  )
}

type Unchecked<T> = { readonly [Key in keyof T]?: unknown }

const isObject = <T>(value: unknown): value is Unchecked<T> =>
  typeof value === 'object' && value !== null
const isIn = ({ from, to }: { from?: unknown; to?: unknown }, text: string) =>
  isRange(from, to) && (from as number) >= 0 && (to as number) <= text.length
const isRange = (from: unknown, to: unknown) =>
  typeof from === 'number' && typeof to === 'number' && from <= to
