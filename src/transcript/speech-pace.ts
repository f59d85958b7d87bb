/** A quick speaker's pace, for texts and words that do not say when they end. */
export const secondsPerLetter = 0.06
