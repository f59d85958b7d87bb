import type { Problem } from '#transcript/problem.ts'
import { countOf } from '#transcript/problem-tally.ts'
import type { ParsedSegment } from '../../parsing/parsed-transcript.ts'
import { cutStart, trimText } from '../../parsing/trim-text.ts'

/** Cues with a shorter gap than this between them, in seconds, may be one rolling caption. */
const longestGap = 0.05

/**
 * Merges rolling captions, as YouTube writes them: each cue repeats the previous line above its own. Repeated lines are
 * removed only if most cues have them, because people also repeat themselves.
 */
export function mergeRolling(segments: readonly ParsedSegment[]): {
  segments: readonly ParsedSegment[]
  problems: Problem[]
} {
  let rolls = 0
  let longer = 0
  let before: ParsedSegment | undefined
  for (const each of segments) {
    const segment = trimText(each)
    const length = repeatedLength(before, segment)
    if (length > 0) rolls += 1
    if (length > 0 && length < segment.text.length) longer += 1
    before = segment
  }
  if (rolls < 2 || rolls * 2 < segments.length - 1 || longer === 0)
    return { segments, problems: [] }
  const tidy = segments.map(trimText)
  const repeated = tidy.map((segment, index) => repeatedLength(tidy[index - 1], segment))
  const merged: ParsedSegment[] = []
  for (const [index, segment] of tidy.entries()) {
    const length = repeated[index]!
    if (length < segment.text.length)
      merged.push(length === 0 ? segment : cutStart(segment, length))
  }
  const problem: Problem = {
    code: 'cues-rolling',
    severity: 'note',
    message: `${countOf(rolls, 'cue')} of ${tidy.length.toLocaleString('en')} repeat the line before, as rolling captions do; each line is shown once.`,
  }
  return { segments: merged, problems: [problem] }
}

/** How many characters at its beginning are lines that end the previous segment. */
function repeatedLength(before: ParsedSegment | undefined, segment: ParsedSegment): number {
  if (before === undefined || segment.text === '' || before.end === null) return 0
  if (segment.start === null || Math.abs(segment.start - before.end) > longestGap) return 0
  if (!before.text.includes('\n') && !segment.text.includes('\n')) {
    return segment.text === before.text ? segment.text.length : 0
  }
  const last = before.text.split('\n').slice(-4)
  const first = segment.text.split('\n').slice(0, 4)
  for (let count = Math.min(last.length, first.length); count > 0; count -= 1) {
    const shown = first.slice(0, count).join('\n')
    if (last.slice(-count).join('\n') === shown) {
      return Math.min(shown.length + 1, segment.text.length)
    }
  }
  return 0
}
