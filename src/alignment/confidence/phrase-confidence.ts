import type { TimingIssueReason } from '#transcript/transcript.ts'
import { faintRise } from '../onset-refinement/find-onset.ts'
import type { BreathGroup } from './breath-groups.ts'

/** The confidence of a breath group, and the issue if it is below 0.5. */
export interface PhraseConfidence {
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
/** Frames: longer groups are not mistaken for missing text next to them. */
const longGroup = 150
/** Added for words of the lenient pass: under music, wrong words score well, too. */
const lenientMargin = 1
/** Log-likelihood ratio beyond the requirement at which the confidence is 0.75. */
const softness = 1

export function phraseConfidence(
  { words, likelihoodRatio }: BreathGroup,
  { byLenientPass }: { byLenientPass: boolean },
): PhraseConfidence {
  const first = words[0]!
  const { contrast } = first
  if (contrast !== null && contrast < faintRise) return unclear(likelihoodRatio - 2)
  const place =
    contrast === null ? 'withoutPause' : contrast < clearRise ? 'afterFaintRise' : 'afterClearRise'
  const beyond = Math.min(
    likelihoodRatio - required[place] - (byLenientPass ? lenientMargin : 0),
    first.likelihoodRatio - requiredOfFirstWord[place],
  )
  if (beyond <= 0) return unclear(beyond)
  const frames = words.reduce((sum, word) => sum + word.frames, 0)
  const isBesideGap = first.fillerBefore || (words.at(-1)!.fillerAfter && frames < longGroup)
  return isBesideGap
    ? { confidence: 0.45, reason: 'beside-gap' }
    : { confidence: 1 - 0.5 / (1 + beyond / softness), reason: null }
}

const unclear = (beyond: number): PhraseConfidence => ({
  confidence: 0.5 / (1 - Math.min(beyond, -0.02) / softness),
  reason: 'unclear',
})
