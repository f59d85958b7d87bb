import type { AlignedWord, AlignmentSoFar, AlignmentStep, LineIssue } from './alignment-result.ts'
import type { SegmentSpan } from './script-of-transcript.ts'
import type { TextSpan } from './script.ts'
import type { FoundTimes } from './timed-transcript.ts'

type Position = Pick<SegmentSpan, 'segment' | 'from'>

/**
 * The times found for a transcript so far, in transcript positions: a span's `line` is the segment, and its offsets are
 * the segment's. It does not depend on how scripts were cut.
 */
export interface KnownTiming extends FoundTimes {
  /** Seconds: the audio before it has been aligned. */
  readonly heardUntil: number
  /** The first position of the text without a result. */
  readonly undecided: Position
}

export const nothingKnown: KnownTiming = {
  heardUntil: 0,
  undecided: { segment: 0, from: 0 },
  words: [],
  issues: [],
}

/** The segment spans of a script with one line per segment: line `n` is segment `n`. */
export const uncut = (segments: readonly { readonly text: string }[]): SegmentSpan[] =>
  segments.map(({ text }, segment) => ({ segment, from: 0, to: text.length }))

/** Converts script positions to transcript positions. */
export function inTranscript(found: FoundTimes, places: readonly SegmentSpan[]): FoundTimes {
  const toSegment = <T extends TextSpan>(stretch: T): T => {
    const { segment, from } = places[stretch.line]!
    return { ...stretch, line: segment, from: stretch.from + from, to: stretch.to + from }
  }
  return { words: found.words.map(toSegment), issues: found.issues.map(toSegment) }
}

/** Converts the known timing to script positions, to resume an alignment. */
export function inScript(
  { heardUntil, undecided, words, issues }: KnownTiming,
  places: readonly SegmentSpan[],
): AlignmentSoFar {
  return {
    heardUntil,
    decidedLines: lineWith(places, undecided),
    words: toLines<AlignedWord>(words, places),
    issues: toLines<LineIssue>(issues, places),
  }
}

/** The first line that starts at or after the position; the number of lines if none does. */
export function lineFrom(places: readonly SegmentSpan[], { segment, from }: Position): number {
  const line = places.findIndex(
    (place) => place.segment > segment || (place.segment === segment && place.from >= from),
  )
  return line === -1 ? places.length : line
}

/**
 * The line that contains the position; the number of lines if none does. Lines are cut at anchors, so their starts
 * change when an anchor is added or removed.
 */
function lineWith(places: readonly SegmentSpan[], place: Position): number {
  const next = places.findIndex(
    ({ segment, from }) =>
      segment > place.segment || (segment === place.segment && from > place.from),
  )
  const line = (next === -1 ? places.length : next) - 1
  return places[line]?.segment === place.segment ? line : line + 1
}

/**
 * Collects the steps of an alignment into the known timing. `sift` filters each step, in transcript positions.
 */
export function growingTiming(
  known: KnownTiming,
  places: readonly SegmentSpan[],
  sift = (found: FoundTimes): FoundTimes => found,
) {
  const words = [...known.words]
  const issues = [...known.issues]
  let { heardUntil, undecided } = known
  return {
    /** Returns what the step adds, in transcript positions. */
    add(step: AlignmentStep): FoundTimes {
      const found = sift(inTranscript(step, places))
      for (const word of found.words) words.push(word)
      for (const issue of found.issues) issues.push(issue)
      heardUntil = step.heardUntil
      const { segment, from } = places[step.decidedLines] ?? afterLast(places)
      undecided = { segment, from }
      return found
    },
    /** Its lists keep growing. */
    get known(): KnownTiming {
      return { heardUntil, undecided, words, issues }
    },
  }
}

function afterLast(places: readonly SegmentSpan[]): Position {
  const last = places.at(-1)
  return { segment: last ? last.segment + 1 : 0, from: 0 }
}

/** A span across a cut belongs to the line it starts in, and ends with that line. */
function toLines<T extends TextSpan>(stretches: readonly T[], places: readonly SegmentSpan[]): T[] {
  const firstLines = new Map<number, number>()
  places.forEach(({ segment }, line) => {
    if (!firstLines.has(segment)) firstLines.set(segment, line)
  })
  return stretches.flatMap((stretch) => {
    let line = firstLines.get(stretch.line)
    if (line === undefined) return []
    while (places[line]!.to <= stretch.from && places[line + 1]?.segment === stretch.line) line++
    const { from, to } = places[line]!
    return [{ ...stretch, line, from: stretch.from - from, to: Math.min(stretch.to, to) - from }]
  })
}
