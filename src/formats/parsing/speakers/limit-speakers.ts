import { countOf, createTally } from '#transcript/problem-tally.ts'
import type { Problem } from '#transcript/problem.ts'
import { mostSpeakers } from '../limits.ts'
import type { ParsedSegment } from '../parsed-transcript.ts'

/** Keeps the first `mostSpeakers` names as speakers; later ones stand at the beginning of their texts, and a problem says so. */
export function limitSpeakers(
  segments: readonly ParsedSegment[],
  name: string,
): { segments: readonly ParsedSegment[]; problems: Problem[] } {
  const names = new Set<string>()
  for (const { speaker } of segments) if (speaker !== undefined) names.add(speaker)
  if (names.size <= mostSpeakers) return { segments, problems: [] }
  const kept = new Set([...names].slice(0, mostSpeakers))
  const tally = createTally()
  const limited = segments.map((segment) => {
    if (segment.speaker === undefined || kept.has(segment.speaker)) return segment
    tally.count('too-many-speakers', segment.line)
    return withNameInText(segment)
  })
  const problems = tally.report(
    'too-many-speakers',
    'warning',
    ({ count, where }) =>
      `${name} has ${countOf(names.size, 'speaker')}; the first ${mostSpeakers.toLocaleString('en')} are speakers here, and the names of the others stand in the text of ${countOf(count, 'segment')}${where}. Check that the words before the text are names.`,
  )
  return { segments: limited, problems }
}

function withNameInText(segment: ParsedSegment): ParsedSegment {
  const { speaker, words, ...rest } = segment
  const label = `${speaker}: `
  const shifted = words?.map((word) => ({
    ...word,
    from: word.from + label.length,
    to: word.to + label.length,
  }))
  return {
    ...rest,
    text: label + segment.text,
    ...(shifted === undefined ? {} : { words: shifted }),
  }
}
