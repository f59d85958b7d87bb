/** Penalties of the filler (garbage) state, in nats (natural logarithm of likelihood). */
export interface Penalties {
  /** For entering the filler state: text that is not in the audio, audio that is not in the text, or both. */
  readonly fillerEntry: number
  /** For each frame of audio in the filler state, relative to the phone loop. */
  readonly fillerFrame: number
  /** For each word of text skipped in the filler state. */
  readonly skippedWord: number
}

// Tuned on the tuning half of the prompts (`npm run align:measure -- --half tuning`).

/** For audio in which the words match clearly. */
export const strictPenalties: Penalties = { fillerEntry: 120, fillerFrame: 2, skippedWord: 0.5 }

/** For speech under music or in noise, where correct words score below the strict filler. */
export const lenientPenalties: Penalties = { fillerEntry: 250, fillerFrame: 4.5, skippedWord: 1 }
