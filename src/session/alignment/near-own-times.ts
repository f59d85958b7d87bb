import type { FoundIssue, FoundTimes, FoundWord } from '#transcript/found-timing.ts'
import type { Segment, Transcript } from '#transcript/transcript.ts'

/** Seconds. */
const mostApart = 2

/**
 * Filters what is found for a transcript that has times for its segments. If the first word found of a segment is more
 * than two seconds outside the segment's times, none of its words count and the segment is unsure: whoever made those
 * times had listened. Steps come in order of the text. Segments of `known`, from an earlier run, were judged then.
 */
export function createAlignmentNearOwnTimes(
  { segments }: Transcript,
  known: FoundTimes,
): (found: FoundTimes) => FoundTimes {
  const isFar = judgedBefore(known)
  return ({ words, issues }) => {
    const added: FoundIssue[] = []
    const near = words.filter((word) => {
      const { segment } = word
      if (!isFar.has(segment)) {
        const read = segments[segment]!
        const far = isFarFrom(read, word)
        isFar.set(segment, far)
        if (far) added.push({ segment, from: 0, to: read.text.length, reason: 'unclear' })
      }
      return isFar.get(segment) === false
    })
    const others = issues.filter(({ segment }) => isFar.get(segment) !== true)
    return { words: near, issues: [...others, ...added] }
  }
}

/** A segment that was far has no words, and is unclear. */
function judgedBefore({ words, issues }: FoundTimes): Map<number, boolean> {
  const isFar = new Map<number, boolean>()
  for (const { segment, reason } of issues) if (reason === 'unclear') isFar.set(segment, true)
  for (const { segment } of words) isFar.set(segment, false)
  return isFar
}

/** The first word is heard where its segment begins, one in its midst anywhere within the segment. */
function isFarFrom({ start, end, text }: Segment, word: FoundWord): boolean {
  if (start === null) return false
  const isFirst = !/[\p{L}\p{N}]/u.test(text.slice(0, word.from))
  const latest = isFirst ? start : (end ?? Infinity)
  return word.start < start - mostApart || word.start > latest + mostApart
}
