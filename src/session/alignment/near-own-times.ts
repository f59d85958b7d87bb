import type { AlignedWord, LineIssue } from '#alignment/alignment-result.ts'
import type { FoundTimes } from '#alignment/timed-transcript.ts'
import type { Segment, Transcript } from '#transcript/transcript.ts'

/** Seconds. */
const mostApart = 2

/**
 * Sifts what is found for a text that has times for its segments: where the first word that is found of a segment
 * was heard more than two seconds from where it can be by the times that are written, none of its words count, and
 * the segment is unsure. Who wrote the times had listened. Stretches are told by segment, and come in order of the
 * text. Segments that are `known` from an earlier run were judged then.
 */
export function createAlignmentNearOwnTimes(
  { segments }: Transcript,
  known: FoundTimes,
): (found: FoundTimes) => FoundTimes {
  const isFar = judgedBefore(known)
  return ({ words, issues }) => {
    const added: LineIssue[] = []
    const near = words.filter((word) => {
      const { line } = word
      if (!isFar.has(line)) {
        const segment = segments[line]!
        const far = isFarFrom(segment, word)
        isFar.set(line, far)
        if (far) added.push({ line, from: 0, to: segment.text.length, reason: 'unclear' })
      }
      return isFar.get(line) === false
    })
    const others = issues.filter(({ line }) => isFar.get(line) !== true)
    return { words: near, issues: [...others, ...added] }
  }
}

/** Of a segment that was far, no word was kept. */
function judgedBefore({ words, issues }: FoundTimes): Map<number, boolean> {
  const isFar = new Map<number, boolean>()
  for (const { line, reason } of issues) if (reason === 'unclear') isFar.set(line, true)
  for (const { line } of words) isFar.set(line, false)
  return isFar
}

/** The first word is heard where its segment begins, one in its midst anywhere within the segment. */
function isFarFrom({ start, end, text }: Segment, word: AlignedWord): boolean {
  if (start === null) return false
  const isFirst = !/[\p{L}\p{N}]/u.test(text.slice(0, word.from))
  const latest = isFirst ? start : (end ?? Infinity)
  return word.start < start - mostApart || word.start > latest + mostApart
}
