import type { Problem } from '#transcript/problem.ts'
import { countOf } from '#transcript/problem-tally.ts'
import type { ParsedTranscript } from '../../parsing/parsed-transcript.ts'
import type { TranscriptFile } from '../format.ts'
import { readProse } from '../../parsing/prose/read-prose.ts'
import { findStamps } from '../../parsing/prose/stamps.ts'
import { readFrontMatter } from './front-matter.ts'
import { markdownLines, type MarkdownLine } from './lines.ts'

/**
 * Markdown (CommonMark, front matter, tables) as text only: what links and pictures say, never where they lead.
 * Headings with times are chapters; `# Title` above all else is the title. The rest is as in plain text.
 */
export function readMarkdown({ text, name }: TranscriptFile): ParsedTranscript {
  const { lines: taken, ...matter } = readFrontMatter(text.split('\n', 201))
  const { lines, hidden } = markdownLines(text, taken)
  const title = matter.title === undefined ? titleIn(lines) : null
  const parsed = readProse(title === null ? lines : lines.slice(lines.indexOf(title) + 1), name)
  return {
    ...parsed,
    ...(title === null ? {} : { title: title.text.trim() }),
    ...matter,
    problems: [...parsed.problems, ...reportHidden(hidden)],
  }
}

/** The heading of all that follows: before any text, and the only one of the first level. A time makes it a chapter. */
function titleIn(lines: readonly MarkdownLine[]): MarkdownLine | null {
  const [first, ...others] = lines.filter(({ text }) => text.trim() !== '')
  if (first?.level !== 1 || others.length === 0 || others.some(({ level }) => level === 1)) {
    return null
  }
  // a name, as some have above each turn
  const isName = first.text.trimEnd().endsWith(':')
  return isName || findStamps(first.text).length > 0 ? null : first
}

function reportHidden(count: number): Problem[] {
  if (count === 0) return []
  const message = `${countOf(count, 'element')} without text (frames, scripts, pictures that are not described) ${count === 1 ? 'is' : 'are'} not shown.`
  return [{ code: 'markup-not-shown', severity: 'note', message }]
}
