import type { AlignmentTally } from './alignment-result.ts'

/**
 * Share of the words of a draft that are heard, at least: 86 % in mumbled English, all in clear English, hardly any in
 * French and German.
 */
const enoughHeard = 0.4
/** Fewer words tell nothing. */
const enoughWords = 20

/**
 * Whether a draft is of speech in its language. A recogniser writes words of its own language for any speech; the acoustic
 * model, which did not write them, then hears few of them.
 */
export function isCredibleDraft({ sure, unsure, notHeard }: AlignmentTally): boolean {
  const words = sure + unsure + notHeard
  return words < enoughWords || sure + unsure >= enoughHeard * words
}
