import type { FoundTimes, KnownTiming } from '#transcript/found-timing.ts'
import { startOfSpan } from '#transcript/position.ts'
import type { TranscriptPosition, TranscriptSpan } from '#transcript/position.ts'
import type { AlignmentSoFar, AlignmentStep } from './alignment-result.ts'
import type { TextSpan } from './script.ts'

/** Converts what was found in a script, whose lines are `places`, to transcript positions. */
export function inTranscript(
  { words, issues }: Pick<AlignmentStep, 'words' | 'issues'>,
  places: readonly TranscriptSpan[],
): FoundTimes {
  const toSegment = <T extends TextSpan>({ line, ...rest }: T) => {
    const { segment, from } = places[line]!
    return { ...rest, segment, from: rest.from + from, to: rest.to + from }
  }
  return { words: words.map(toSegment), issues: issues.map(toSegment) }
}

/** Converts the known timing to script positions, to resume an alignment. */
export function inScript(
  { heardUntil, undecided, words, issues }: KnownTiming,
  places: readonly TranscriptSpan[],
): AlignmentSoFar {
  return {
    heardUntil,
    decidedLines: lineWith(places, undecided),
    words: toLines(words, places),
    issues: toLines(issues, places),
  }
}

/** The first line that starts at or after the position; the number of lines if none does. */
export function lineFrom(
  places: readonly TranscriptSpan[],
  { segment, offset }: TranscriptPosition,
): number {
  const line = places.findIndex(
    (place) => place.segment > segment || (place.segment === segment && place.from >= offset),
  )
  return line === -1 ? places.length : line
}

/**
 * The line that contains the position; the number of lines if none does. Lines are cut at anchors, so their starts
 * change when an anchor is added or removed.
 */
function lineWith(places: readonly TranscriptSpan[], place: TranscriptPosition): number {
  const next = places.findIndex(
    ({ segment, from }) =>
      segment > place.segment || (segment === place.segment && from > place.offset),
  )
  const line = (next === -1 ? places.length : next) - 1
  return places[line]?.segment === place.segment ? line : line + 1
}

/**
 * Collects the steps of an alignment into the known timing. `sift` filters each step, in transcript positions.
 */
export function growingTiming(
  known: KnownTiming,
  places: readonly TranscriptSpan[],
  sift = (found: FoundTimes): FoundTimes => found,
) {
  const words = [...known.words]
  const issues = [...known.issues]
  let { heardUntil, undecided } = known
  return {
    /** Returns what the step adds. */
    add(step: AlignmentStep): FoundTimes {
      const found = sift(inTranscript(step, places))
      for (const word of found.words) words.push(word)
      for (const issue of found.issues) issues.push(issue)
      heardUntil = step.heardUntil
      undecided = startOfSpan(places[step.decidedLines] ?? afterLast(places))
      return found
    },
    /** Its lists keep growing. */
    get known(): KnownTiming {
      return { heardUntil, undecided, words, issues }
    },
  }
}

function afterLast(places: readonly TranscriptSpan[]): Pick<TranscriptSpan, 'segment' | 'from'> {
  const last = places.at(-1)
  return { segment: last ? last.segment + 1 : 0, from: 0 }
}

/** A span across a cut belongs to the line it starts in, and ends with that line. */
function toLines<T extends TranscriptSpan>(
  spans: readonly T[],
  places: readonly TranscriptSpan[],
): (Omit<T, 'segment'> & TextSpan)[] {
  const firstLines = new Map<number, number>()
  places.forEach(({ segment }, line) => {
    if (!firstLines.has(segment)) firstLines.set(segment, line)
  })
  return spans.flatMap(({ segment, ...span }) => {
    let line = firstLines.get(segment)
    if (line === undefined) return []
    while (places[line]!.to <= span.from && places[line + 1]?.segment === segment) line++
    const { from, to } = places[line]!
    return [{ ...span, line, from: span.from - from, to: Math.min(span.to, to) - from }]
  })
}
