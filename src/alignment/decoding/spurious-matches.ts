import type { FrameRange } from '../acoustic-features/frames.ts'
import type { WordRange } from './decode-window.ts'
import type { Penalties } from './penalties.ts'
import type { DecodedWord, ViterbiPath } from './viterbi.ts'

/** Gain that a run of words between two fillers needs over the filler in its place, nats. */
const requiredGain = 250
/** Multiplies it between two fillers longer than `longFiller` frames: speech that resumes rarely stops at once. */
const isolatedFactor = 4
const longFiller = 500
/** Added for each word of text skipped before the run, up to `maxSkipped` words. */
const gainPerSkippedWord = 4
const maxSkipped = 400

/** Frames of silence that divide a run into parts. */
const dividingPause = 10
/** Gain that a part at the edge of a run next to a filler needs, nats. */
const requiredEdgeGain = 70

/**
 * The words of a path without spurious short matches: in audio that is not in the text, some of the words ahead
 * always match, and accepting them would lose the text before them.
 *
 * `next`: the first word that the path could start with. `frames`: the decoded window. `whole`: the range of all words
 * if the window is the whole recording; a run that matches all of them needs little gain.
 */
export function withoutSpuriousMatches(
  { words, fillerBefore }: ViterbiPath,
  {
    penalties,
    next,
    frames,
    whole = null,
  }: { penalties: Penalties; next: number; frames: FrameRange; whole?: WordRange | null },
): DecodedWord[] {
  const kept: DecodedWord[] = []
  let isAfterFiller = fillerBefore
  const runs = runsOf(words)
  for (const [at, run] of runs.entries()) {
    const previousEnd = kept.at(-1)?.end ?? (fillerBefore ? -Infinity : frames.from)
    const nextStart = runs[at + 1]?.[0]?.start ?? frames.to
    const skipped = run[0]!.word - (kept.at(-1)?.word ?? next - 1) - 1
    const trimmed = trimEdges(run, { penalties, isAfterFiller })
    const isIsolated =
      run[0]!.start - previousEnd > longFiller &&
      run.at(-1)!.fillerAfter &&
      nextStart - run.at(-1)!.end > longFiller
    const isWholeText = run[0]!.word === whole?.from && run.at(-1)!.word === whole.to - 1
    const required = isWholeText
      ? requiredEdgeGain
      : gainFor(skipped) * (isIsolated ? isolatedFactor : 1)
    const isAccepted = !isAfterFiller || gainOf(trimmed, penalties) >= required
    if (isAccepted && trimmed.length > 0) kept.push(...trimmed)
    else if (kept.length > 0) kept[kept.length - 1] = { ...kept.at(-1)!, fillerAfter: true }
    isAfterFiller = true
  }
  return kept
}

const gainFor = (skipped: number) =>
  requiredGain + gainPerSkippedWord * Math.min(skipped, maxSkipped)

/**
 * Removes parts at the edges of a run that touch a filler and gain too little by themselves: next to a filler, a few more
 * words may match the untranscribed audio.
 */
function trimEdges(
  run: readonly DecodedWord[],
  { penalties, isAfterFiller }: { penalties: Penalties; isAfterFiller: boolean },
): DecodedWord[] {
  const parts = partsOf(run)
  if (run.at(-1)!.fillerAfter) {
    while (parts.length > 1 && gainOf(parts.at(-1)!, penalties) < requiredEdgeGain) parts.pop()
  }
  if (isAfterFiller) {
    while (parts.length > 1 && gainOf(parts[0]!, penalties) < requiredEdgeGain) parts.shift()
  }
  const words = parts.flat()
  const last = words.at(-1)!
  return [...words.slice(0, -1), { ...last, fillerAfter: run.at(-1)!.fillerAfter }]
}

function partsOf(run: readonly DecodedWord[]): DecodedWord[][] {
  const parts: DecodedWord[][] = []
  for (const word of run) {
    const last = parts.at(-1)?.at(-1)
    if (last && word.start - last.end < dividingPause) parts.at(-1)!.push(word)
    else parts.push([word])
  }
  return parts
}

/** Log-likelihood ratio of a run against the filler in its place, nats. */
function gainOf(run: readonly DecodedWord[], { fillerFrame }: Penalties): number {
  return run.reduce((sum, { start, end, score }) => sum + score + fillerFrame * (end - start), 0)
}

/** Words between two fillers. */
function runsOf(words: readonly DecodedWord[]): DecodedWord[][] {
  const runs: DecodedWord[][] = []
  let isOpen = false
  for (const word of words) {
    if (isOpen) runs.at(-1)!.push(word)
    else runs.push([word])
    isOpen = !word.fillerAfter
  }
  return runs
}
