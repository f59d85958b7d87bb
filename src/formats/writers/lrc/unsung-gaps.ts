import type { ProblemTally } from '#transcript/problem-tally.ts'
import type { TimedSegment } from '#transcript/transcript.ts'

/**
 * For each segment, the time (seconds) at which a timestamp without text must end it; `null` if the next line does. A
 * segment that overlaps the next one cannot be ended this way: its end is lost, and counted as `end`. Segments must be
 * sorted by start.
 */
export function findUnsungGaps(
  segments: readonly TimedSegment[],
  tally: ProblemTally,
): (number | null)[] {
  const silences: (number | null)[] = []
  let later: number | null = null
  let next: number | null = null
  for (let at = segments.length - 1; at >= 0; at -= 1) {
    const { start, end, words } = segments[at]!
    const following = next
    if (following !== null && start < following) later = following
    next = start
    const ends = later === null || end <= later
    const isLastOfItsStart = following === null || following > start
    // if the last word has an end, the line ends with that word unless a timestamp follows
    const lastWordEnd = words.at(-1)?.end ?? null
    const isPlain = lastWordEnd === null ? end === later : end === lastWordEnd
    silences[at] = ends && isLastOfItsStart && !isPlain ? end : null
    const isKept = isLastOfItsStart ? ends : isPlain && lastWordEnd !== null
    if (!isKept && !(isLastOfItsStart && isPlain)) tally.count('end')
  }
  return silences
}
