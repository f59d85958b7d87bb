import type { Frames } from '../scoring/score-cache.ts'
import type { BestPath, Costs, PlacedWord } from './viterbi.ts'
import type { WordRange } from './decode-window.ts'

/** What a run of words between two gaps has to gain, beside a gap in its place, natural logarithm. */
const leastGain = 250
/** As many times as much between two gaps of more than so many frames: a text that resumes does not stop at once. */
const forStandingAlone = 4
const longGap = 500
/** And so much more for each word of text that would be left out before it, up to the most. */
const gainForSkipped = 4
const mostSkipped = 400

/** Frames. */
const dividingPause = 10
const leastRimGain = 70

/**
 * The words of a path, less those that stand alone between gaps and are too few to be believed: in sound that is not in
 * the text some of the words ahead always sound alike, and the text before them would be lost. `next`: the first word
 * that the path could have begun with; `frames`: those that were searched. `whole`: all the words there are for all the
 * sound there is, where that is so: if all of them are heard, one after the other, few are enough.
 */
export function withoutIslands(
  { words, gapBefore }: BestPath,
  {
    costs,
    next,
    frames,
    whole = null,
  }: { costs: Costs; next: number; frames: Frames; whole?: WordRange | null },
): PlacedWord[] {
  const kept: PlacedWord[] = []
  let isBesideGap = gapBefore
  const runs = runsOf(words)
  for (const [at, run] of runs.entries()) {
    const comesFrom = kept.at(-1)?.end ?? (gapBefore ? -Infinity : frames.from)
    const goesOnAt = runs[at + 1]?.[0]?.start ?? frames.to
    const skipped = run[0]!.word - (kept.at(-1)?.word ?? next - 1) - 1
    const trimmed = trimmedRun(run, { costs, isBesideGap })
    const standsAlone =
      run[0]!.start - comesFrom > longGap &&
      run.at(-1)!.gapAfter &&
      goesOnAt - run.at(-1)!.end > longGap
    const isAll = run[0]!.word === whole?.from && run.at(-1)!.word === whole.to - 1
    const wanted = isAll
      ? leastRimGain
      : evidenceFor(skipped) * (standsAlone ? forStandingAlone : 1)
    const isBelieved = !isBesideGap || gainOf(trimmed, costs) >= wanted
    if (isBelieved && trimmed.length > 0) kept.push(...trimmed)
    else if (kept.length > 0) kept[kept.length - 1] = { ...kept.at(-1)!, gapAfter: true }
    isBesideGap = true
  }
  return kept
}

const evidenceFor = (skipped: number) => leastGain + gainForSkipped * Math.min(skipped, mostSkipped)

/**
 * Beside a gap a few more words may be taken for what is heard there: what a pause divides from the rest has to be
 * believable by itself.
 */
function trimmedRun(
  run: readonly PlacedWord[],
  { costs, isBesideGap }: { costs: Costs; isBesideGap: boolean },
): PlacedWord[] {
  const parts = partsOf(run)
  if (run.at(-1)!.gapAfter) {
    while (parts.length > 1 && gainOf(parts.at(-1)!, costs) < leastRimGain) parts.pop()
  }
  if (isBesideGap) {
    while (parts.length > 1 && gainOf(parts[0]!, costs) < leastRimGain) parts.shift()
  }
  const words = parts.flat()
  const last = words.at(-1)!
  return [...words.slice(0, -1), { ...last, gapAfter: run.at(-1)!.gapAfter }]
}

function partsOf(run: readonly PlacedWord[]): PlacedWord[][] {
  const parts: PlacedWord[][] = []
  for (const word of run) {
    const last = parts.at(-1)?.at(-1)
    if (last && word.start - last.end < dividingPause) parts.at(-1)!.push(word)
    else parts.push([word])
  }
  return parts
}

function gainOf(run: readonly PlacedWord[], { gapFrame }: Costs): number {
  return run.reduce((sum, { start, end, score }) => sum + score + gapFrame * (end - start), 0)
}

function runsOf(words: readonly PlacedWord[]): PlacedWord[][] {
  const runs: PlacedWord[][] = []
  let isOpen = false
  for (const word of words) {
    if (isOpen) runs.at(-1)!.push(word)
    else runs.push([word])
    isOpen = !word.gapAfter
  }
  return runs
}
