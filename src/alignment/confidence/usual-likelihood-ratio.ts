/**
 * The log-likelihood ratio of a recording's words, nats per frame: voices, microphones and languages differ by more than
 * right and wrong words do.
 */
export interface UsualLikelihoodRatio {
  add(ratios: readonly number[]): void
  /** The median of the last words. */
  readonly value: number
}

/** Of clean English, until there are enough words. */
const ofCleanSpeech = 1.2
const enoughWords = 20
/** About three minutes: another voice may go on. */
const mostWords = 400
/** Poor matches are no standard. */
const least = -1

export function createUsualLikelihoodRatio(): UsualLikelihoodRatio {
  let recent: number[] = []
  return {
    add(ratios) {
      recent = [...recent, ...ratios].slice(-mostWords)
    },
    get value() {
      if (recent.length < enoughWords) return ofCleanSpeech
      const median = recent.toSorted((a, b) => a - b)[Math.floor(recent.length / 2)]!
      return Math.max(least, median)
    },
  }
}
