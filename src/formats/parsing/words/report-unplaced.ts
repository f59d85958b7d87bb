import { countOf, type ProblemTally } from '#transcript/problem-tally.ts'
import type { Problem } from '#transcript/problem.ts'

/** Reports the words that were counted under `word-unplaced`. */
export function reportUnplacedWords(tally: ProblemTally): Problem[] {
  return tally.report(
    'word-unplaced',
    'note',
    ({ count, where }) =>
      `${countOf(count, 'timed word')} could not be found in the text${where} and ${count === 1 ? 'is' : 'are'} not highlighted.`,
  )
}
