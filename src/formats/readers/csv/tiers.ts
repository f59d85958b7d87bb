import { countOf } from '#transcript/problem-tally.ts'
import type { Problem } from '#transcript/problem.ts'
import type { CsvRow } from './records.ts'

/**
 * The rows of the tiers that are spoken. ELAN names a tier by its kind and its participant (`utterance@A`, `gloss@B`);
 * the first kind is what is said, the others describe or translate it.
 */
export function spokenTiers(
  rows: readonly CsvRow[],
  place: number | undefined,
): { rows: readonly CsvRow[]; problems: Problem[] } {
  if (place === undefined) return { rows, problems: [] }
  const kindOf = ({ cells }: CsvRow) => (cells[place] ?? '').split('@')[0]!
  const first = rows[0] === undefined ? '' : kindOf(rows[0])
  const hasKinds = rows.every(({ cells }) => cells[place]?.includes('@'))
  const spoken = hasKinds ? rows.filter((row) => kindOf(row) === first) : rows
  const others = new Set(rows.map((row) => row.cells[place] ?? ''))
  for (const { cells } of spoken) others.delete(cells[place] ?? '')
  if (others.size === 0) return { rows: spoken, problems: [] }
  const names = [...others].slice(0, 3).map((name) => `“${name.slice(0, 40)}”`)
  const message = `${countOf(others.size, 'tier')} (${names.join(', ')}) ${others.size === 1 ? 'is' : 'are'} not shown, because “${first.slice(0, 40)}” holds what is said.`
  return { rows: spoken, problems: [{ code: 'tier-not-shown', severity: 'note', message }] }
}
