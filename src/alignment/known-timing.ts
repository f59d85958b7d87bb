import type { AlignedWord, AlignmentSoFar, AlignmentStep, LineIssue } from './alignment-result.ts'
import type { SegmentStretch } from './script-of-transcript.ts'
import type { TextStretch } from './script.ts'
import type { Found } from './timed-transcript.ts'

type Place = Pick<SegmentStretch, 'segment' | 'from'>

/**
 * What is known of the times of a transcript, whatever script it was found with: a stretch's `line` is the
 * segment, and its offsets are the segment's.
 */
export interface KnownTiming extends Found {
  /** Seconds: the sound up to here has been dealt with. */
  readonly heardUntil: number
  /** The first place of the text of which nothing is known. */
  readonly undecided: Place
}

export const nothingKnown: KnownTiming = {
  heardUntil: 0,
  undecided: { segment: 0, from: 0 },
  words: [],
  issues: [],
}

/** Where the lines of a script that is the whole transcript stand, uncut: line `n` is segment `n`. */
export const uncut = (segments: readonly { readonly text: string }[]): SegmentStretch[] =>
  segments.map(({ text }, segment) => ({ segment, from: 0, to: text.length }))

/** What was found for a script, told by the segments of its transcript. */
export function inTranscript(found: Found, places: readonly SegmentStretch[]): Found {
  const move = <T extends TextStretch>(stretch: T): T => {
    const { segment, from } = places[stretch.line]!
    return { ...stretch, line: segment, from: stretch.from + from, to: stretch.to + from }
  }
  return { words: found.words.map(move), issues: found.issues.map(move) }
}

/** What is known, as an alignment that goes on with a script needs it. */
export function inScript(
  { heardUntil, undecided, words, issues }: KnownTiming,
  places: readonly SegmentStretch[],
): AlignmentSoFar {
  return {
    heardUntil,
    decidedLines: lineWith(places, undecided),
    words: moveIntoLines<AlignedWord>(words, places),
    issues: moveIntoLines<LineIssue>(issues, places),
  }
}

/** The first line that begins at the place or behind it; their number where none does. */
export function lineFrom(places: readonly SegmentStretch[], { segment, from }: Place): number {
  const line = places.findIndex(
    (place) => place.segment > segment || (place.segment === segment && place.from >= from),
  )
  return line === -1 ? places.length : line
}

/**
 * The line that holds the place; their number where none does. Lines are cut at other places than they were when
 * an anchor has come or gone.
 */
function lineWith(places: readonly SegmentStretch[], place: Place): number {
  const next = places.findIndex(
    ({ segment, from }) =>
      segment > place.segment || (segment === place.segment && from > place.from),
  )
  const line = (next === -1 ? places.length : next) - 1
  return places[line]?.segment === place.segment ? line : line + 1
}

/**
 * What is known while an alignment with a script adds to it. What is found goes through `sift` first, told by
 * the segments.
 */
export function growingTiming(
  known: KnownTiming,
  places: readonly SegmentStretch[],
  sift = (found: Found): Found => found,
) {
  const words = [...known.words]
  const issues = [...known.issues]
  let { heardUntil, undecided } = known
  return {
    /** Returns what is new in it, told by the segments. */
    add(step: AlignmentStep): Found {
      const found = sift(inTranscript(step, places))
      for (const word of found.words) words.push(word)
      for (const issue of found.issues) issues.push(issue)
      heardUntil = step.heardUntil
      const { segment, from } = places[step.decidedLines] ?? behind(places)
      undecided = { segment, from }
      return found
    },
    /** The lists go on growing. */
    get known(): KnownTiming {
      return { heardUntil, undecided, words, issues }
    },
  }
}

function behind(places: readonly SegmentStretch[]): Place {
  const last = places.at(-1)
  return { segment: last ? last.segment + 1 : 0, from: 0 }
}

/** A stretch that a cut goes through stays with the line it begins in, and ends with it. */
function moveIntoLines<T extends TextStretch>(
  stretches: readonly T[],
  places: readonly SegmentStretch[],
): T[] {
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
