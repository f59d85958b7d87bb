import type { Problem } from '#transcript/problem.ts'
import { countOf } from '#transcript/problem-tally.ts'
import type { Draft } from '../draft.ts'
import type { Source } from '../format.ts'
import { readProse } from '../prose/read-prose.ts'
import { readFrontMatter } from './front-matter.ts'
import { markdownLines } from './lines.ts'

/**
 * Markdown (CommonMark, front matter, tables) as text only: what links and pictures say, never where they lead.
 * Headings with times are chapters. The rest is as in plain text.
 */
export function read({ text, name }: Source): Draft {
  const { lines: taken, ...matter } = readFrontMatter(text.split('\n', 201))
  const { lines, hidden } = markdownLines(text, taken)
  const draft = readProse(lines, name)
  return { ...draft, ...matter, problems: [...draft.problems, ...reportHidden(hidden)] }
}

function reportHidden(count: number): Problem[] {
  if (count === 0) return []
  const message = `${countOf(count, 'element')} without text (frames, scripts, pictures that are not described) ${count === 1 ? 'is' : 'are'} not shown.`
  return [{ code: 'markup-not-shown', severity: 'note', message }]
}
