import { countOf } from '#transcript/problem-tally.ts'
import type { Problem } from '#transcript/problem.ts'

/** Keeps the first recording's items of a file that holds several recordings, and reports the others. */
export function firstRecording<T extends { readonly recording: string }>(
  items: readonly T[],
): { items: T[]; problems: Problem[] } {
  const first = items[0]?.recording
  const others = new Set(items.map(({ recording }) => recording))
  others.delete(first ?? '')
  const shown = items.filter(({ recording }) => recording === first)
  if (others.size === 0) return { items: shown, problems: [] }
  const names = [...others].slice(0, 3).map((name) => name.slice(0, 60))
  const message = `The file holds ${countOf(others.size + 1, 'recording')}; “${first!.slice(0, 60)}” is shown, the others (${names.join(', ')}${others.size > 3 ? ', …' : ''}) are not. Split the file to read them.`
  return { items: shown, problems: [{ code: 'recordings-left-out', severity: 'warning', message }] }
}
