import { countOf, createTally } from '#transcript/problem-tally.ts'
import type { Problem } from '#transcript/problem.ts'
import type { ParsedSegment } from './parsed-transcript.ts'
import { roundToMs } from './round-to-ms.ts'

/** Cues with one and the same time, of which so many are pieces of one: two may be two people who speak at once. */
const leastPieces = 3
/** Letters a second of speech. */
const [slowest, fastest] = [3, 30]

/**
 * Shares times out by letters, as estimates, where cues that follow each other have one time: those that a program cut
 * from a longer one, and those without a duration before one that has it. Takes linear time.
 */
export function shareTimes(segments: readonly ParsedSegment[]): {
  segments: readonly ParsedSegment[]
  problems: Problem[]
} {
  if (!segments.some(beginsAsTheOneBefore)) return { segments, problems: [] }
  const tally = createTally()
  const shared: ParsedSegment[] = []
  for (let at = 0; at < segments.length;) {
    const next = endOfGroup(segments, at)
    const end = next - at > 1 ? sharedEnd(segments, at, next) : null
    const group = segments.slice(at, next)
    // a group can have more segments than a call can have arguments
    for (const segment of end === null ? group : share(group, group[0]!.start!, end)) {
      shared.push(segment)
    }
    if (end !== null) for (const { line } of group) tally.count('times-shared', line)
    at = next
  }
  const problems = tally.report(
    'times-shared',
    'note',
    ({ count, where }) =>
      `${countOf(count, 'cue')}${where} have the same time as others or no duration; the time was shared out by their letters, as an estimate.`,
  )
  return { segments: problems.length === 0 ? segments : shared, problems }
}

const beginsAsTheOneBefore = (
  { start }: ParsedSegment,
  at: number,
  segments: readonly ParsedSegment[],
) => at > 0 && start !== null && start === segments[at - 1]!.start

/** The end of the segments from `at` on that have the same start and speaker and no times of words. */
function endOfGroup(segments: readonly ParsedSegment[], at: number): number {
  const { start, speaker } = segments[at]!
  let next = at
  if (start !== null) {
    for (; next < segments.length; next += 1) {
      const segment = segments[next]!
      const hasWords = segment.words !== undefined && segment.words.length > 0
      if (segment.start !== start || segment.speaker !== speaker || hasWords) break
    }
  }
  return Math.max(next, at + 1)
}

/** When the time that a group shares ends; `null` if it does not share one. */
function sharedEnd(segments: readonly ParsedSegment[], at: number, next: number): number | null {
  const group = segments.slice(at, next)
  const start = group[0]!.start!
  const { end } = group.at(-1)!
  if (end === null || end <= start) return null
  const before = group.slice(0, -1)
  if (before.every((segment) => segment.end === start)) return end
  const letters = group.reduce((sum, { text }) => sum + text.length, 0)
  const texts = new Set(group.map(({ text }) => text))
  const arePieces =
    group.length >= leastPieces &&
    texts.size === group.length &&
    letters >= (end - start) * slowest &&
    letters <= (end - start) * fastest &&
    before.every((segment) => segment.end === end && segment.beginsTurn === undefined)
  return arePieces ? end : null
}

function share(group: readonly ParsedSegment[], start: number, end: number): ParsedSegment[] {
  const letters = group.reduce((sum, { text }) => sum + text.length, 0)
  let at = start
  return group.map((segment, index) => {
    const { length } = segment.text
    const isLast = index === group.length - 1
    const to = isLast ? end : roundToMs(at + ((end - start) * length) / letters)
    const word = { from: 0, to: length, start: at, end: to, estimated: true }
    const timed = { ...segment, start: at, end: to, words: [word] }
    at = to
    return timed
  })
}
