import type { TimingIssueReason } from '#transcript/transcript.ts'
import { faintRise } from '../onset-refinement/find-onset.ts'
import type { TimedWord } from '../onset-refinement/refine-onsets.ts'

/** The confidence of a word, and the issue it raises, if any. */
export interface WordGrade {
  /** 0 to 1; 0.5 and above is sure. */
  readonly confidence: number
  readonly reason: TimingIssueReason | null
}

/** Decibels: a rise this high over the pause makes the onset certain. */
const clearRise = 15

/**
 * Log-likelihood ratio that a breath group needs, nats per frame: less if its onset is clear. Tuned on the tuning half of
 * the prompts, mainly under music and in noise, where most groups that were more than 250 ms off lie below.
 */
const required = { afterClearRise: -1, afterFaintRise: -0.1, withoutPause: -0.2 }
const requiredOfFirstWord = { afterClearRise: -4, afterFaintRise: -1, withoutPause: -3 }
/**
 * How far below the recording's usual ratio a word may be, by itself, nats per frame. In edited texts, wrong words were
 * 3 to 15 below, and one right word in forty was (tuning half of the prompts, 1 word in 15 edited).
 */
const belowUsual = 3
/** The same for a short word together with its neighbours: in few frames, a wrong word may match by chance. */
const belowUsualWithNeighbours = 1.1
/** Frames. */
const shortWord = 12
/** A neighbour this far below is probably wrong itself, and is no evidence. */
const farBelowUsual = 4.5
/** Frames: longer groups are not mistaken for missing text next to them. */
const longGroup = 150
/** Added for words of the lenient pass: under music, wrong words score well, too. */
const lenientMargin = 1
/** Log-likelihood ratio beyond the requirement at which the confidence is 0.75. */
const softness = 1

/**
 * Grades the words of a breath group. The group decides whether the place is right, without the words that match far
 * worse than the others; each word's own ratio, and that of its neighbours, whether it is said there. A word that is
 * unsure raises an issue only if it is far below, or beside a gap: one doubtful "the" does not make a line doubtful.
 *
 * `usual`: the log-likelihood ratio of this recording's words, nats per frame.
 */
export function gradePhrase(
  words: readonly TimedWord[],
  { byLenientPass, usual }: { byLenientPass: boolean; usual: number },
): WordGrade[] {
  const first = words[0]!
  const { contrast } = first
  const matching = words.filter(({ likelihoodRatio }) => likelihoodRatio >= usual - belowUsual)
  const ofGroup = likelihoodRatioOf(matching.length > 0 ? matching : words)
  if (contrast !== null && contrast < faintRise) return words.map(() => unclear(ofGroup - 2))
  const place =
    contrast === null ? 'withoutPause' : contrast < clearRise ? 'afterFaintRise' : 'afterClearRise'
  const beyond = ofGroup - required[place] - (byLenientPass ? lenientMargin : 0)
  if (beyond <= 0) return words.map(() => unclear(beyond))
  const frames = words.reduce((sum, word) => sum + word.frames, 0)
  const endsAtGap = words.at(-1)!.fillerAfter && frames < longGroup
  const isIsolated = first.fillerBefore && endsAtGap

  return words.map((word, at) => {
    const isEdge = (at === 0 && first.fillerBefore) || (at === words.length - 1 && endsAtGap)
    if (at === 0 && word.likelihoodRatio <= requiredOfFirstWord[place]) {
      return unclear(word.likelihoodRatio - requiredOfFirstWord[place])
    }
    const own = Math.min(beyond, beyondUsual(words, at, usual))
    if (own <= 0) {
      const isFar = word.likelihoodRatio < usual - farBelowUsual
      return { ...unclear(own), reason: isFar ? 'unclear' : null }
    }
    return isEdge || isIsolated
      ? besideGap
      : { confidence: 1 - 0.5 / (1 + own / softness), reason: null }
  })
}

/** By how much a word is better than it must be; 0 or less: it is unsure. */
function beyondUsual(words: readonly TimedWord[], at: number, usual: number): number {
  const word = words[at]!
  const alone = word.likelihoodRatio - (usual - belowUsual)
  if (word.frames >= shortWord) return alone
  const near = words
    .slice(Math.max(0, at - 1), at + 2)
    .filter((each) => each === word || each.likelihoodRatio >= usual - farBelowUsual)
  return Math.min(alone, likelihoodRatioOf(near) - (usual - belowUsualWithNeighbours))
}

/** Over all their frames, nats per frame. */
function likelihoodRatioOf(words: readonly TimedWord[]): number {
  const frames = words.reduce((sum, word) => sum + word.frames, 0)
  return words.reduce((sum, word) => sum + word.likelihoodRatio * word.frames, 0) / frames
}

const besideGap: WordGrade = { confidence: 0.45, reason: 'beside-gap' }

const unclear = (beyond: number): WordGrade => ({
  confidence: 0.5 / (1 - Math.min(beyond, -0.02) / softness),
  reason: 'unclear',
})
