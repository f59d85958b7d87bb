import type { Problem } from '#transcript/problem.ts'
import { countOf } from '#transcript/problem-tally.ts'
import type { ParsedTranscript } from '../../parsing/parsed-transcript.ts'
import type { TranscriptFile } from '../format.ts'
import { readProse } from '../../parsing/prose/read-prose.ts'
import { findStamps } from '../../parsing/prose/stamps.ts'
import { readFrontMatter } from './front-matter.ts'
import { markdownLines, type MarkdownLine } from './lines.ts'

/**
 * Reads Markdown (CommonMark, front matter, tables) as prose: the text of links and pictures, not their targets.
 * Headings with times are chapters; a leading `# Title` is the title.
 */
export function readMarkdown(file: TranscriptFile): ParsedTranscript {
  const { text } = file
  const { lines: taken, ...matter } = readFrontMatter(text.split('\n', 201))
  const { lines, hidden } = markdownLines(text, taken)
  const title = matter.title === undefined ? titleIn(lines) : null
  const parsed = readProse(title === null ? lines : lines.slice(lines.indexOf(title) + 1), file)
  return {
    ...parsed,
    ...(title === null ? {} : { title: title.text.trim() }),
    ...matter,
    problems: [...parsed.problems, ...reportHidden(hidden)],
  }
}

/**
 * The title: a first-level heading before any text that is the only one of its level. With a time, it would be a
 * chapter.
 */
function titleIn(lines: readonly MarkdownLine[]): MarkdownLine | null {
  const [first, ...others] = lines.filter(({ text }) => text.trim() !== '')
  if (first?.level !== 1 || others.length === 0 || others.some(({ level }) => level === 1)) {
    return null
  }
  // a heading that ends with a colon is a speaker's name
  const isName = first.text.trimEnd().endsWith(':')
  return isName || findStamps(first.text).length > 0 ? null : first
}

function reportHidden(count: number): Problem[] {
  if (count === 0) return []
  const message = `${countOf(count, 'element')} without text (frames, scripts, pictures without a description) ${count === 1 ? 'is' : 'are'} not shown.`
  return [{ code: 'markup-not-shown', severity: 'note', message }]
}
