import type { AlignedWord, LineIssue } from '#alignment/alignment-result.ts'
import type { KnownTiming } from '#alignment/known-timing.ts'
import type { TimeAnchor } from '#state/alignment-slice.ts'
import type { StoredAlignment } from '#storage/stored-alignments.ts'
import type { TimingIssueReason, Transcript } from '#transcript/transcript.ts'

/** What is kept of a text's timing from one page to the next. */
export interface KnownTimes {
  readonly known: KnownTiming
  readonly anchors: readonly TimeAnchor[]
  readonly duration: number
  readonly isComplete: boolean
  readonly keepsWritten: boolean
  /** BCP 47: what the listener says the text is in; `null`: nothing. */
  readonly language: string | null
}

/** By their number in what is kept: add at the end, and never change one. */
const reasons: readonly TimingIssueReason[] = ['not-heard', 'unclear', 'beside-gap', 'estimated']

export function packTimes({ known, anchors, ...rest }: KnownTimes): StoredAlignment {
  const { words, issues, heardUntil, undecided } = known
  const triples = <T>(list: readonly T[], numbers: (each: T) => readonly number[]) =>
    list.flatMap((each) => numbers(each))
  return {
    wordPlaces: Int32Array.from(triples(words, ({ line, from, to }) => [line, from, to])),
    wordTimes: Float64Array.from(
      triples(words, ({ start, end, confidence }) => [start, end, confidence]),
    ),
    doubts: Int32Array.from(
      triples(issues, ({ line, from, to, reason }) => [line, from, to, reasons.indexOf(reason)]),
    ),
    anchors: Float64Array.from(
      triples(anchors, ({ segment, from, time }) => [segment, from, time]),
    ),
    heardUntil,
    undecided: [undecided.segment, undecided.from],
    ...rest,
  }
}

/** `null` where it cannot be of this text: one that has changed since. */
export function unpackTimes(kept: StoredAlignment, { segments }: Transcript): KnownTimes | null {
  const { wordPlaces, wordTimes, doubts, anchors, heardUntil, undecided, ...rest } = kept
  const words = rowsOf(wordPlaces, 3).map(([line, from, to], at): AlignedWord => {
    const [start, end, confidence] = wordTimes.subarray(at * 3, at * 3 + 3)
    return { line: line!, from: from!, to: to!, start: start!, end: end!, confidence: confidence! }
  })
  const issues = rowsOf(doubts, 4).map(([line, from, to, reason]): LineIssue => ({
    line: line!,
    from: from!,
    to: to!,
    reason: reasons[reason!] ?? 'unclear',
  }))
  const fits = ({ line, to }: { line: number; to: number }) =>
    line >= 0 && to <= (segments[line]?.text.length ?? -1)
  if (!words.every(fits) || !issues.every(fits)) return null
  const { duration, isComplete, keepsWritten, language = null } = rest
  return {
    known: {
      heardUntil,
      undecided: { segment: undecided[0], from: undecided[1] },
      words,
      issues,
    },
    anchors: rowsOf(anchors, 3).map(([segment, from, time]) => ({
      segment: segment!,
      from: from!,
      time: time!,
    })),
    duration,
    isComplete,
    keepsWritten,
    language,
  }
}

const rowsOf = (numbers: Int32Array | Float64Array, length: number): number[][] =>
  Array.from({ length: numbers.length / length }, (_, row) =>
    Array.from(numbers.subarray(row * length, (row + 1) * length)),
  )

/** Tells a text from others, by what is looked for in the sound; `null` where the page has no cryptography. */
export async function timesKey(
  fingerprint: string,
  { segments }: Transcript,
): Promise<string | null> {
  const subtle: SubtleCrypto | undefined = globalThis.crypto?.subtle
  if (!subtle) return null
  const text = segments.map(({ kind, text }) => `${kind} ${text}`).join('\0')
  const digest = new Uint8Array(await subtle.digest('SHA-256', new TextEncoder().encode(text)))
  const hash = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${fingerprint} ${hash}`
}
