import { countOf, createTally } from '#transcript/problem-tally.ts'
import type { Problem } from '#transcript/problem.ts'
import { speakingTime } from '#transcript/repair.ts'
import type { Chapter } from '#transcript/transcript.ts'
import type { ParsedSegment } from '../parsed-transcript.ts'
import { roundToMs } from '../round-to-ms.ts'
import { partLabel } from './part-label.ts'
import { beginsAgain } from './restarts.ts'

/** From this share on, a part that has the times of another is a table of contents or a translation of it. */
const sameShare = 0.6

export interface PlacedParts {
  readonly segments: readonly ParsedSegment[]
  /** One for each part, named by its label; none if the times do not begin again. */
  readonly chapters: readonly Chapter[]
  readonly problems: readonly Problem[]
}

/**
 * Places the parts of a transcript whose times begin again, such as the tapes of an interview, one behind the other in
 * the order of the file. Nothing says how long a part is, so the times of all but the first are estimates. Parts become
 * chapters, named by their labels.
 */
export function placeParts(segments: readonly ParsedSegment[]): PlacedParts {
  const parts = partsOf(segments)
  if (parts.length < 2 || haveSameTimes(parts)) return { segments, chapters: [], problems: [] }
  return placeInSequence(parts, 'tape')
}

/** Places parts one behind the other. `noun` says in the message what the parts are. */
export function placeInSequence(
  parts: readonly (readonly ParsedSegment[])[],
  noun: 'tape' | 'joined file',
): PlacedParts {
  const tally = createTally()
  const placed: ParsedSegment[] = []
  const chapters: Chapter[] = []
  const programme = programmeStart(parts)
  let end = 0
  for (const [at, part] of parts.entries()) {
    const first = part.find(({ start }) => start !== null)
    const offset = at === 0 ? 0 : Math.ceil(end) - programme
    if (at > 0) tally.count('times-begin-again', first?.line)
    chapters.push({ start: offset + (first?.start ?? 0), title: titleOf(part, parts[at - 1], at) })
    for (const segment of at === 0 ? part : moved(part, offset)) placed.push(segment)
    end = offset + endOf(part)
  }
  const problems = tally.report(
    'times-begin-again',
    'warning',
    ({ where }) =>
      `The times begin again${where}, as ${noun === 'tape' ? 'on' : 'in'} ${countOf(parts.length, noun)}: the parts follow each other in the order of the file, but how long each of them is does not stand in it, so the times behind the first part are estimates. If each part has a recording of its own, cut the file where the times begin again.`,
  )
  return { segments: placed, chapters, problems }
}

/** The whole hours at which each part begins, where all count from the time code of a programme (10:00:00), seconds. */
function programmeStart(parts: readonly (readonly ParsedSegment[])[]): number {
  const hours = new Set(
    parts.map((part) => Math.floor((part.find(({ start }) => start !== null)?.start ?? 0) / 3600)),
  )
  return hours.size === 1 ? [...hours][0]! * 3600 : 0
}

/** A part begins at its first time, or at a label above it. */
function partsOf(segments: readonly ParsedSegment[]): ParsedSegment[][] {
  const starts = segments.map(({ start }) => start)
  const parts: ParsedSegment[][] = [[]]
  let first: number | null = null
  let last = -Infinity
  let count = 0
  for (const [at, segment] of segments.entries()) {
    const { start } = segment
    if (start !== null) {
      first ??= start
      const next = starts.slice(at + 1, at + 50).find((time) => time !== null) ?? null
      const goesOn = next !== null && next >= start && next < last
      if (count > 1 && beginsAgain(start, first, last) && (goesOn || parts.length > 1)) {
        parts.push(labelsAtEnd(parts.at(-1)!))
        last = -Infinity
        count = 0
      }
      last = Math.max(last, start)
      count += 1
    }
    parts.at(-1)!.push(segment)
  }
  return parts
}

/** Removes and returns the labels at the end of a part that begin the next one. */
export function labelsAtEnd(part: ParsedSegment[]): ParsedSegment[] {
  const from = part.findLastIndex(({ text }) => partLabel(text)?.isEnd !== false) + 1
  return part.splice(from)
}

/** Whether a part has most times of the one before: a table of contents, or a translation. */
export function haveSameTimes(parts: readonly (readonly ParsedSegment[])[]): boolean {
  const times = parts.map(
    (part) => new Set(part.flatMap(({ start }) => (start === null ? [] : [start]))),
  )
  return times.some((part, at) => {
    const before = times[at - 1]
    if (before === undefined) return false
    const [few, many] = part.size < before.size ? [part, before] : [before, part]
    return [...few].filter((time) => many.has(time)).length > few.size * sameShare
  })
}

function titleOf(
  part: readonly ParsedSegment[],
  before: readonly ParsedSegment[] | undefined,
  at: number,
): string {
  const begun = partLabel(part[0]?.text ?? '')
  if (begun !== null && !begun.isEnd) return begun.title
  const ended = part.map(({ text }) => partLabel(text)).findLast((label) => label?.isEnd)
  const above = partLabel(before?.at(-1)?.text ?? '')
  return ended?.title ?? (above?.isEnd === false ? above.title : `Part ${at + 1}`)
}

function moved(part: readonly ParsedSegment[], offset: number): ParsedSegment[] {
  return part.map((segment, at) => {
    const { start, text } = segment
    const words = segment.words?.map((word) => ({
      ...word,
      start: roundToMs(word.start + offset),
      end: roundToMs(word.end + offset),
      estimated: true,
    }))
    if (start === null) return words === undefined ? segment : { ...segment, words }
    const next = part.slice(at + 1, at + 50).find((later) => later.start !== null)?.start
    const end = roundToMs((segment.end ?? next ?? start + speakingTime(text)) + offset)
    const begin = roundToMs(start + offset)
    const whole = { from: 0, to: text.length, start: begin, end, estimated: true }
    return { ...segment, start: begin, end, words: words?.length ? words : [whole] }
  })
}

function endOf(part: readonly ParsedSegment[]): number {
  let latest = 0
  for (const { start, end, text } of part) {
    if (start !== null) latest = Math.max(latest, end ?? start + speakingTime(text))
  }
  return latest
}
