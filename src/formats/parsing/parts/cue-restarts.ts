import type { ParsedSegment } from '../parsed-transcript.ts'

/** The share of the cues inside parts that may be out of order; one always may. */
const mostDisordered = 0.1
/** So much later than the first cue of all, in seconds, a part may begin. */
const latestBeginning = 60

/**
 * The indexes of the cues at which the times begin again: where other files begin (`fileBegins`, lines), if they begin
 * again at one of them; else near the first time of all, with more cues that go on from there before the time that was
 * reached. None if the cues between are not in order themselves.
 */
export function cueRestarts(
  segments: readonly ParsedSegment[],
  fileBegins: readonly number[],
): ReadonlySet<number> {
  const files = firstCues(segments, fileBegins)
  const isBegun = isAnyBegunAgain(segments, files)
  const restarts = new Set<number>()
  let first: number | null = null
  let last = -Infinity
  let secondLast = -Infinity
  let count = 0
  let disordered = 0
  for (const [at, { start }] of segments.entries()) {
    if (start === null) continue
    first ??= start
    const begins = { start, last, secondLast, first, count, isLater: restarts.size > 0 }
    if ((isBegun && files.has(at)) || (start < last && beginsPart(segments, at, begins))) {
      restarts.add(at)
      last = -Infinity
      count = 0
    } else if (start < last) disordered += 1
    secondLast = Math.min(Math.max(start, secondLast), last)
    last = Math.max(last, start)
    count += 1
  }
  return disordered <= Math.max(1, segments.length * mostDisordered) ? restarts : new Set()
}

/** The index of the first cue of each file but the first, by the lines at which the files begin. */
function firstCues(
  segments: readonly ParsedSegment[],
  fileBegins: readonly number[],
): ReadonlySet<number> {
  const first = new Set<number>()
  let file = 0
  for (const [at, { start, line = 0 }] of segments.entries()) {
    if (start === null || fileBegins[file] === undefined || fileBegins[file]! > line) continue
    if (at > 0) first.add(at)
    while (fileBegins[file] !== undefined && fileBegins[file]! <= line) file += 1
  }
  return first
}

/** Whether a file begins in the first half of the times before it; parts of one stream may repeat a cue or two. */
function isAnyBegunAgain(segments: readonly ParsedSegment[], files: ReadonlySet<number>): boolean {
  let first = Infinity
  let last = -Infinity
  for (const [at, { start }] of segments.entries()) {
    if (start === null) continue
    if (files.has(at) && start < last && start - first <= (last - first) / 2) return true
    first = Math.min(first, start)
    last = Math.max(last, start)
  }
  return false
}

interface Begins {
  readonly start: number
  /** The latest starts of the part before. */
  readonly last: number
  readonly secondLast: number
  /** How many cues it has. */
  readonly count: number
  /** The first start of the file. */
  readonly first: number
  /** The times have begun again before. */
  readonly isLater: boolean
}

/** One cue that is out of place is followed by times that go on from those before it. */
function beginsPart(
  segments: readonly ParsedSegment[],
  at: number,
  { start, last, secondLast, first, count, isLater }: Begins,
): boolean {
  // the cue before is too late, and this one goes on from those before it
  const goesOn = count > 2 && start >= secondLast
  if (count < 2 || goesOn) return false
  const span = last - first
  const near = count === 2 ? span / 20 : Math.max(Math.min(latestBeginning, span / 4), span / 10)
  if (start - first > near || start > last - span / 2) return false
  const next = timeAfter(segments, at)
  return next === null ? isLater : next >= start && next < last && next > first
}

/** The start of the next cue that has one, if it is not far below. */
function timeAfter(segments: readonly ParsedSegment[], at: number): number | null {
  for (let next = at + 1; next < Math.min(segments.length, at + 50); next += 1) {
    const { start } = segments[next]!
    if (start !== null) return start
  }
  return null
}
