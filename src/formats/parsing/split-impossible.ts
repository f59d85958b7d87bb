import { countOf, createTally } from '#transcript/problem-tally.ts'
import type { Problem } from '#transcript/problem.ts'
import type { ParsedSegment } from './parsed-transcript.ts'
import { splitAt } from './prose/split-long.ts'
import { trimText } from './trim-text.ts'

/** Letters a second that nobody speaks. */
const impossible = 60
/** The shortest text that is looked at, and the longest paragraph it is cut to. */
const leastLetters = 600
/** A longer text is no interview in one cue, but a file that is no transcript. */
const mostLetters = 90_000

/**
 * Cuts long texts that nobody can have spoken in their time into paragraphs, which share it as an estimate, and says
 * that the time cannot be right.
 */
export function splitImpossible(segments: readonly ParsedSegment[]): {
  segments: readonly ParsedSegment[]
  problems: Problem[]
} {
  if (!segments.some(isImpossible)) return { segments, problems: [] }
  const tally = createTally()
  const split = segments.flatMap((segment) => {
    if (!isImpossible(segment)) return [segment]
    tally.count('time-too-short', segment.line)
    const texts = splitAt(segment.text, leastLetters).filter((text) => text.trim() !== '')
    return shared(segment, texts)
  })
  const problems = tally.report(
    'time-too-short',
    'warning',
    ({ count, where }) =>
      `${countOf(count, 'cue')}${where} ${count === 1 ? 'has' : 'have'} more text than anybody can speak in the time; ${count === 1 ? 'it is' : 'they are'} shown as paragraphs, whose times are wrong. Find word times to correct them.`,
  )
  return { segments: split, problems }
}

function isImpossible({ start, end, text, words = [] }: ParsedSegment): boolean {
  if (text.length < leastLetters || text.length > mostLetters) return false
  if (words.length > 0 || start === null || end === null) return false
  if (end <= start || text.length <= (end - start) * impossible) return false
  // what has hardly any blanks is no prose
  return text.split(' ').length * 50 > text.length
}

function shared(segment: ParsedSegment, texts: readonly string[]): ParsedSegment[] {
  if (texts.length < 2) return [segment]
  const letters = texts.reduce((sum, text) => sum + text.length, 0)
  const start = segment.start!
  const pace = (segment.end! - start) / letters
  let before = 0
  return texts.map((text) => {
    const times = { start: start + before * pace, end: start + (before + text.length) * pace }
    before += text.length
    const word = { from: 0, to: text.length, ...times, estimated: true }
    return trimText({ ...segment, text, ...times, words: [word] })
  })
}
