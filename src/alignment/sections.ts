import { framesPerSecond } from './acoustic-features/frames.ts'
import type { FrameRange } from './acoustic-features/frames.ts'
import type { AlignmentOrder, AlignmentSoFar } from './alignment-result.ts'
import type { ScriptWord } from './script.ts'
import type { Section } from './decoding/decode-section.ts'
import type { WordRange } from './decoding/decode-window.ts'

/**
 * The sections left to align: the whole script, or the part after an interruption, divided at the listener's anchors,
 * which no path crosses. Audio that was already aligned is repeated if an anchor shows that text was missed in it.
 */
export function sectionsOf(
  { anchors, duration, soFar, range }: Omit<AlignmentOrder, 'script'>,
  spoken: readonly ScriptWord[],
): Section[] {
  const start = range?.start ?? 0
  const end = Math.min(range?.end ?? duration, duration)
  const first = soFar ? firstUndecided(soFar, spoken) : 0
  const ahead = anchors
    .map(({ line, time }): Limit => ({ word: firstOfLine(line, spoken), time }))
    .filter(({ word, time }) => word >= first && time > start && time < end)
  const begin = Math.max(start, soFar ? resumeTime(soFar, { first, next: ahead[0] }) : 0)
  const limits = ahead.filter(({ word, time }) => word > first || time > begin)
  const starts = [{ word: first, time: begin }, ...limits]
  const stops = [...limits, { word: spoken.length, time: end }]
  return starts.map((from, at) => ({
    frames: framesBetween(from.time, stops[at]!.time),
    words: { from: from.word, to: Math.max(from.word, stops[at]!.word) } satisfies WordRange,
  }))
}

/** A word that starts at a time, seconds, or after it. */
interface Limit {
  readonly word: number
  readonly time: number
}

/** Seconds. The words before an anchor in audio already aligned may be anywhere after the last word found. */
function resumeTime(
  { heardUntil, decidedLines, words }: AlignmentSoFar,
  { first, next }: { first: number; next: Limit | undefined },
): number {
  if (!next || next.time > heardUntil) return heardUntil
  if (next.word === first) return next.time
  const lastFound = words.findLast(({ line }) => line <= decidedLines)
  return Math.min(lastFound?.end ?? 0, next.time)
}

const framesBetween = (from: number, to: number): FrameRange => ({
  from: Math.round(from * framesPerSecond),
  to: Math.round(to * framesPerSecond),
})

function firstOfLine(line: number, spoken: readonly ScriptWord[]): number {
  const at = spoken.findIndex((word) => word.line >= line)
  return at === -1 ? spoken.length : at
}

/** The word after the last that has a time or a `not-heard` issue. */
function firstUndecided(
  { words, issues, decidedLines }: AlignmentSoFar,
  spoken: readonly ScriptWord[],
): number {
  const missing = issues.filter(({ reason }) => reason === 'not-heard')
  const known = [...words, ...missing].filter(({ line }) => line >= decidedLines)
  const last = known.reduce(
    (most, { line, to }) => (line === decidedLines ? Math.max(most, to) : most),
    0,
  )
  const at = spoken.findIndex(
    ({ line, from }) => line > decidedLines || (line === decidedLines && from >= last),
  )
  return at === -1 ? spoken.length : at
}
