import { countOf, type ProblemTally } from '#transcript/problem-tally.ts'
import type { Problem } from '#transcript/problem.ts'

/** Reports what was counted under `mark-missing` and `time-estimated` for utterances between marks. */
export function reportMarks(tally: ProblemTally): Problem[] {
  return [
    ...tally.report(
      'mark-missing',
      'warning',
      ({ count, where }) =>
        `${countOf(count, 'utterance')}${where} ${count === 1 ? 'refers' : 'refer'} to a moment that has no time; the text is kept.`,
    ),
    ...tally.report(
      'time-estimated',
      'note',
      ({ count, where }) =>
        `${countOf(count, 'utterance')}${where} ${count === 1 ? 'begins or ends' : 'begin or end'} at a moment without a time; it was estimated from the moments before and after.`,
    ),
  ]
}

/** Reports tiers that are not shown: their names, and how many annotations they hold. */
export function reportTiersLeftOut(
  tiers: readonly { readonly name: string; readonly annotations: number }[],
): Problem[] {
  if (tiers.length === 0) return []
  const names = tiers.slice(0, 3).map(({ name }) => `“${name.trim().slice(0, 40)}”`)
  const more = tiers.length - names.length
  const annotations = tiers.reduce((sum, tier) => sum + tier.annotations, 0)
  const message = `${countOf(tiers.length, 'tier')} of translations or notes (${names.join(', ')}${more > 0 ? ` and ${more.toLocaleString('en')} more` : ''}; ${countOf(annotations, 'annotation')}) ${tiers.length === 1 ? 'is' : 'are'} not shown.`
  return [{ code: 'tiers-left-out', severity: 'note', message }]
}
