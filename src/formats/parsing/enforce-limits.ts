import { countOf, createTally } from '#transcript/problem-tally.ts'
import type { Problem } from '#transcript/problem.ts'
import { longestCueText, mostSegments, mostWords } from './limits.ts'
import type { ParsedSegment } from './parsed-transcript.ts'

/**
 * Applies the limits of `limits.ts`: cuts over-long texts, and drops segments after the last allowed segment or word.
 * Reports each limit that applies. Takes linear time.
 */
export function enforceLimits(
  segments: readonly ParsedSegment[],
  name: string,
): { segments: readonly ParsedSegment[]; problems: Problem[] } {
  const tally = createTally()
  const shown: ParsedSegment[] = []
  let words = 0
  let possibleWords = 0
  for (const segment of segments) possibleWords += mostWordsOf(segment)
  for (const segment of segments) {
    if (shown.length === mostSegments) break
    const short = shorten(segment)
    // nothing is counted once the rest of the texts is too short to reach the limit
    if (words + possibleWords > mostWords) {
      possibleWords -= mostWordsOf(segment)
      words += Math.max(countWords(short.text), short.words?.length ?? 0)
      if (words > mostWords) break
    }
    if (short !== segment) tally.count('cue-too-long', segment.line)
    shown.push(short)
  }
  const problems = tally.report('cue-too-long', 'warning', ({ count, where }) => {
    const limit = longestCueText.toLocaleString('en')
    return count === 1
      ? `1 cue${where} is longer than ${limit} characters; only its beginning is shown. Split it into shorter cues to see the rest.`
      : `${countOf(count, 'cue')}${where} are longer than ${limit} characters; only their beginnings are shown. Split them into shorter cues to see the rest.`
  })
  if (shown.length === segments.length) return { segments: shown, problems }
  const { line } = segments[shown.length]!
  if (words > mostWords) {
    const rest = countOf(segments.length - shown.length, 'segment')
    const place = line === undefined ? '' : `, from line ${line.toLocaleString('en')} on`
    problems.push({
      code: 'too-many-words',
      severity: 'warning',
      message: `${name} has more than ${mostWords.toLocaleString('en')} words; the last ${rest}${place}, ${segments.length - shown.length === 1 ? 'is' : 'are'} not shown. Split the file to read the rest.`,
      ...(line === undefined ? {} : { line }),
    })
  } else {
    problems.push({
      code: 'too-many-segments',
      severity: 'warning',
      message: `${name} has ${countOf(segments.length, 'segment')}; the first ${mostSegments.toLocaleString('en')} are shown. Split the file to read the rest.`,
    })
  }
  return { segments: shown, problems }
}

function shorten(segment: ParsedSegment): ParsedSegment {
  const { text } = segment
  if (text.length <= longestCueText) return segment
  // do not cut a surrogate pair in half
  const isHalf = /[\uD800-\uDBFF]/.test(text[longestCueText - 1]!)
  const shown = text.slice(0, isHalf ? longestCueText - 1 : longestCueText).trimEnd()
  return {
    ...segment,
    text: shown,
    words: segment.words?.filter(({ to }) => to <= shown.length) ?? [],
  }
}

/** A text cannot have more words: each is a letter and a blank at least. */
function mostWordsOf({ text, words }: ParsedSegment): number {
  return Math.max((text.length + 1) >> 1, words?.length ?? 0)
}

/** Counts runs of non-blank characters. */
function countWords(text: string): number {
  let count = 0
  let isInside = false
  for (let at = 0; at < text.length; at += 1) {
    const isBlank = text.charCodeAt(at) <= 32
    if (!isBlank && !isInside) count += 1
    isInside = !isBlank
  }
  return count
}
