import { framesPerSecond } from './hearing/mel-cepstra.ts'
import type { Frames } from './hearing/heard-so-far.ts'
import type { AlignmentOrder, AlignmentSoFar } from './aligned.ts'
import type { SpokenWord } from './script.ts'
import type { Section } from './search/follow-text.ts'
import type { WordRange } from './search/search-window.ts'

/**
 * What is left to be aligned: the whole; what comes after that which is known; or, where the listener has
 * set anchors, what lies between each two of them, which nothing crosses.
 */
export function sectionsOf(
  { anchors, duration, soFar, stretch }: Omit<AlignmentOrder, 'script'>,
  spoken: readonly SpokenWord[],
): Section[] {
  const begin = Math.max(stretch?.start ?? 0, soFar?.heardUntil ?? 0)
  const end = Math.min(stretch?.end ?? duration, duration)
  const first = soFar ? firstUndecided(soFar, spoken) : 0
  const limits = anchors
    .map(({ line, time }) => ({ word: firstOfLine(line, spoken), time }))
    .filter(({ word, time }) => word >= first && time > begin && time < end)
  const starts = [{ word: first, time: begin }, ...limits]
  const stops = [...limits, { word: spoken.length, time: end }]
  return starts.map((from, at) => ({
    frames: framesBetween(from.time, stops[at]!.time),
    words: { from: from.word, to: Math.max(from.word, stops[at]!.word) } satisfies WordRange,
  }))
}

const framesBetween = (from: number, to: number): Frames => ({
  from: Math.round(from * framesPerSecond),
  to: Math.round(to * framesPerSecond),
})

function firstOfLine(line: number, spoken: readonly SpokenWord[]): number {
  const at = spoken.findIndex((word) => word.line >= line)
  return at === -1 ? spoken.length : at
}

/** After the last word that was timed, or found to be missing. */
function firstUndecided(
  { words, doubts, decidedLines }: AlignmentSoFar,
  spoken: readonly SpokenWord[],
): number {
  const missing = doubts.filter(({ reason }) => reason === 'not-heard')
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
