import type { ParsedSegment } from '../parsed-transcript.ts'
import { labelIn } from '../speakers/speaker-label.ts'
import { cueRestarts } from './cue-restarts.ts'
import { haveSameTimes, labelsAtEnd, placeInSequence, type PlacedParts } from './place-parts.ts'

/** From this number of cues on, a part with the times of the one before is a translation of it. */
const leastTranslated = 8
/** More parts are pieces of a stream, which make no chapters. */
const mostChapters = 40
/** Tracks of single speakers overlap each other for less than this share of their speech. */
const mostTrackOverlap = 0.1

/**
 * Places the parts of joined caption files one behind the other, in the order of the file: the times begin again with each
 * part. `fileBegins` are the lines at which a number or a header shows that another file begins; it is called only where
 * times go back. Cues that are merely out of order, translations behind their original, and tracks of single speakers
 * remain as they are: their times are right.
 */
export function placeCueParts(
  segments: readonly ParsedSegment[],
  fileBegins: () => readonly number[] = () => [],
): PlacedParts {
  const unchanged = { segments, chapters: [], problems: [] }
  if (!goBack(segments)) return unchanged
  const restarts = cueRestarts(segments, fileBegins())
  if (restarts.size === 0) return unchanged
  const parts: ParsedSegment[][] = [[]]
  for (const [at, segment] of segments.entries()) {
    if (restarts.has(at)) parts.push(labelsAtEnd(parts.at(-1)!))
    parts.at(-1)!.push(segment)
  }
  const isLong = parts.every((part) => part.length >= leastTranslated)
  if ((isLong && haveSameTimes(parts)) || areTracks(parts)) return unchanged
  const placed = placeInSequence(parts, 'joined file')
  return parts.length > mostChapters ? { ...placed, chapters: [] } : placed
}

function goBack(segments: readonly ParsedSegment[]): boolean {
  let last = -Infinity
  for (const { start } of segments) {
    if (start === null) continue
    if (start < last) return true
    last = start
  }
  return false
}

/** Whether each part has one speaker, another one than the part before, and they take turns. */
function areTracks(parts: readonly (readonly ParsedSegment[])[]): boolean {
  const names = parts.map(onlySpeaker)
  if (names.includes(undefined) || new Set(names).size < parts.length) return false
  const spoken = parts
    .flat()
    .flatMap(({ start, end }) =>
      start === null || end === null || end <= start ? [] : [{ start, end }],
    )
    .toSorted((a, b) => a.start - b.start)
  let overlap = 0
  let sum = 0
  let latest = -Infinity
  for (const { start, end } of spoken) {
    sum += end - start
    overlap += Math.max(0, Math.min(end, latest) - start)
    latest = Math.max(latest, end)
  }
  return overlap < sum * mostTrackOverlap
}

/** The name that all cues of a part have; `undefined` if there is none. */
function onlySpeaker(part: readonly ParsedSegment[]): string | undefined {
  const nameOf = ({ speaker, text }: ParsedSegment) => speaker ?? labelIn(text, 'colon')?.name
  const name = part[0] === undefined ? undefined : nameOf(part[0])
  return part.length > 1 && part.every((segment) => nameOf(segment) === name) ? name : undefined
}
