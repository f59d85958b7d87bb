import type { ProblemTally } from '#transcript/problem-tally.ts'
import type { Problem } from '#transcript/problem.ts'

/** Reports what was counted under `notes-not-shown`: the footnotes and comments of a text document. */
export function reportNotesNotShown(tally: ProblemTally): Problem[] {
  return tally.report(
    'notes-not-shown',
    'note',
    ({ count }) =>
      `${count === 1 ? '1 footnote or comment is' : `${count.toLocaleString('en')} footnotes or comments are`} not shown.`,
  )
}
