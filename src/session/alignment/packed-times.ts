import type { TranscriptRecord } from '#state/transcripts.ts'
import type { StoredAlignment } from '#storage/stored-alignments.ts'
import type { FoundIssue, FoundWord } from '#transcript/found-timing.ts'
import type { TimingIssueReason, Transcript } from '#transcript/transcript.ts'

/** What is stored of a transcript from one page to the next. */
type StoredFacts = Pick<TranscriptRecord, 'timing' | 'anchors' | 'chosenLanguage'>

/** Their indices are stored: add at the end, and never change one. */
const reasons: readonly TimingIssueReason[] = ['not-heard', 'unclear', 'beside-gap', 'estimated']

export function packTimes({ timing, anchors, chosenLanguage }: StoredFacts): StoredAlignment {
  const { words, issues, heardUntil, undecided } = timing.known
  const triples = <T>(list: readonly T[], numbers: (each: T) => readonly number[]) =>
    list.flatMap((each) => numbers(each))
  return {
    wordPlaces: Int32Array.from(triples(words, ({ segment, from, to }) => [segment, from, to])),
    wordTimes: Float64Array.from(
      triples(words, ({ start, end, confidence }) => [start, end, confidence]),
    ),
    doubts: Int32Array.from(
      triples(issues, ({ segment, from, to, reason }) => [
        segment,
        from,
        to,
        reasons.indexOf(reason),
      ]),
    ),
    anchors: Float64Array.from(
      triples(anchors, ({ segment, offset, time }) => [segment, offset, time]),
    ),
    heardUntil,
    undecided: [undecided.segment, undecided.offset],
    duration: timing.duration,
    isComplete: timing.isComplete,
    keepsWritten: timing.keepsRead,
    language: chosenLanguage,
  }
}

/** `null` where it cannot be of this text: one that has changed since. */
export function unpackTimes(stored: StoredAlignment, { segments }: Transcript): StoredFacts | null {
  const { wordPlaces, wordTimes, doubts, anchors, heardUntil, undecided, ...rest } = stored
  const words = rowsOf(wordPlaces, 3).map(([segment, from, to], at): FoundWord => {
    const [start, end, confidence] = wordTimes.subarray(at * 3, at * 3 + 3)
    return {
      segment: segment!,
      from: from!,
      to: to!,
      start: start!,
      end: end!,
      confidence: confidence!,
    }
  })
  const issues = rowsOf(doubts, 4).map(([segment, from, to, reason]): FoundIssue => ({
    segment: segment!,
    from: from!,
    to: to!,
    reason: reasons[reason!] ?? 'unclear',
  }))
  const fits = ({ segment, to }: { segment: number; to: number }) =>
    segment >= 0 && to <= (segments[segment]?.text.length ?? -1)
  if (!words.every(fits) || !issues.every(fits)) return null
  const { duration, isComplete, keepsWritten, language = null } = rest
  return {
    timing: {
      known: {
        heardUntil,
        undecided: { segment: undecided[0], offset: undecided[1] },
        words,
        issues,
      },
      duration,
      isComplete,
      keepsRead: keepsWritten,
    },
    anchors: rowsOf(anchors, 3).map(([segment, offset, time]) => ({
      segment: segment!,
      offset: offset!,
      time: time!,
    })),
    chosenLanguage: language,
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
