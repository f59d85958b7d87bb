import type { TimingIssueReason } from '#transcript/transcript.ts'
import { faintRise } from '../onset-refinement/find-onset.ts'
import type { BreathGroup } from './breath-groups.ts'

/** How sure a phrase is, and what speaks against it. */
export interface PhraseConfidence {
  /** 0 to 1; 0.5 and above is sure. */
  readonly confidence: number
  readonly reason: TimingIssueReason | null
}

/** Decibels: a word that rises so far out of the pause before it begins where it is heard to begin. */
const clearRise = 15

/**
 * Likeness that a phrase needs, a frame: less where its beginning is plain to hear. Chosen on the tuning half of the
 * prompts, under music and in noise above all, where phrases that were more than 250 ms off were mostly below.
 */
const needed = { afterClearRise: -1, afterFaintRise: -0.1, withoutPause: -0.2 }
const neededOfFirstWord = { afterClearRise: -4, afterFaintRise: -1, withoutPause: -3 }
/** Frames: so much speech is not taken for what is missing beside it. */
const plentiful = 150
/** So much more where words were found only with goodwill: under music other words are like the sound, too. */
const moreUnderMusic = 1
/** Likeness in which confidence goes from a half to three quarters. */
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
    likelihoodRatio - needed[place] - (byLenientPass ? moreUnderMusic : 0),
    first.likelihoodRatio - neededOfFirstWord[place],
  )
  if (beyond <= 0) return unclear(beyond)
  const frames = words.reduce((sum, word) => sum + word.frames, 0)
  const isBesideGap = first.fillerBefore || (words.at(-1)!.fillerAfter && frames < plentiful)
  return isBesideGap
    ? { confidence: 0.45, reason: 'beside-gap' }
    : { confidence: 1 - 0.5 / (1 + beyond / softness), reason: null }
}

const unclear = (beyond: number): PhraseConfidence => ({
  confidence: 0.5 / (1 - Math.min(beyond, -0.02) / softness),
  reason: 'unclear',
})
