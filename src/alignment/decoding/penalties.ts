import type { Costs } from './viterbi.ts'

// Chosen on the tuning half of the prompts (`npm run align:measure -- --half tuning`).

/** For sound in which the words stand out. */
export const strictCosts: Costs = { openGap: 120, gapFrame: 2, gapWord: 0.5 }

/** For speech under music or in noise, which is like its words only with goodwill. */
export const lenientCosts: Costs = { openGap: 250, gapFrame: 4.5, gapWord: 1 }
