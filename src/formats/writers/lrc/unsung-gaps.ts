import type { ProblemTally } from '#transcript/problem-tally.ts'
import type { TimedSegment } from '#transcript/transcript.ts'

/**
 * For each segment the time at which a stamp without text ends it, seconds; `null` where the next line does. None
 * where another segment begins before, which the stamp would end instead: such an end is lost, and counted
 * as `end`. Segments in order of their start.
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
    // where words have ends, the line ends with the last of them unless it is said otherwise
    const lastWordEnd = words.at(-1)?.end ?? null
    const isPlain = lastWordEnd === null ? end === later : end === lastWordEnd
    silences[at] = ends && isLastOfItsStart && !isPlain ? end : null
    const isKept = isLastOfItsStart ? ends : isPlain && lastWordEnd !== null
    if (!isKept && !(isLastOfItsStart && isPlain)) tally.count('end')
  }
  return silences
}
