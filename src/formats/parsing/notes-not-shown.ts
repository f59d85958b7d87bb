import { countOf, type ProblemTally } from '#transcript/problem-tally.ts'
import type { Problem } from '#transcript/problem.ts'

/**
 * Reports what of a text document was counted under `notes-not-shown` (footnotes and comments), `deleted-not-shown`
 * (tracked changes) and `index-not-shown` (tables of contents, indexes).
 */
export function reportNotesNotShown(tally: ProblemTally): Problem[] {
  return [
    ...tally.report(
      'deleted-not-shown',
      'note',
      ({ count }) =>
        `${countOf(count, 'passage')} deleted by tracked changes ${count === 1 ? 'is' : 'are'} not shown.`,
    ),
    ...tally.report(
      'index-not-shown',
      'note',
      ({ count }) =>
        `${count === 1 ? '1 entry of a table of contents or an index is' : `${count.toLocaleString('en')} entries of tables of contents or indexes are`} not shown.`,
    ),
    ...tally.report(
      'notes-not-shown',
      'note',
      ({ count }) =>
        `${count === 1 ? '1 footnote or comment is' : `${count.toLocaleString('en')} footnotes or comments are`} not shown.`,
    ),
  ]
}
