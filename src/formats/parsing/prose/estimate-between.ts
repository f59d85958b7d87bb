import type { Word } from '#transcript/transcript.ts'
import type { ParsedSegment } from '../parsed-transcript.ts'

/**
 * Divides the time between two given times among the paragraphs in between, in proportion to their letters, and marks
 * the results as estimated: some transcripts have a time only every five minutes. Paragraphs after the last time get
 * none.
 */
export function estimateBetween(segments: readonly ParsedSegment[]): {
  segments: ParsedSegment[]
  estimated: number
} {
  const timed = [...segments]
  let estimated = 0
  for (let first = 0; first < segments.length; first += 1) {
    const { start } = segments[first]!
    if (start === null) continue
    let next = first + 1
    while (next < segments.length && segments[next]!.start === null) next += 1
    const limit = segments[first]!.end ?? segments[next]?.start ?? null
    if (next === first + 1 || limit === null || limit <= start) continue
    let letters = 0
    for (let at = first; at < next; at += 1) letters += segments[at]!.text.length + 1
    const pace = (limit - start) / letters
    let at = start
    for (let index = first; index < next; index += 1) {
      const segment = segments[index]!
      const end = at + (segment.text.length + 1) * pace
      if (index === first) timed[first] = { ...segment, end: Math.min(end, limit) }
      else timed[index] = { ...segment, words: wordsOf(segment.text, at, pace) }
      at = end
    }
    estimated += next - first - 1
    first = next - 1
  }
  return { segments: timed, estimated }
}

function wordsOf(text: string, start: number, pace: number): Word[] {
  return Array.from(text.matchAll(/\S+/g), ({ 0: word, index }) => ({
    from: index,
    to: index + word.length,
    start: start + index * pace,
    end: start + (index + word.length) * pace,
    estimated: true,
  }))
}
