import type { Problem } from '#transcript/problem.ts'
import { countOf, type ProblemTally } from '#transcript/problem-tally.ts'
import type { Chapter } from '#transcript/transcript.ts'
import { secondsOf } from '../../parsing/json/times.ts'
import { property, asText } from '../../parsing/json/values.ts'

/**
 * Chapters sorted by start. Those with `toc: false` are omitted, because they only change the picture. See
 * Podcastindex-org/podcast-namespace, chapters/jsonChapters.md.
 */
export function podcastChaptersOf(values: readonly unknown[], tally: ProblemTally): Chapter[] {
  const chapters: Chapter[] = []
  for (const value of values) {
    if (property(value, 'toc') === false) continue
    const start = secondsOf(property(value, 'startTime'), tally)
    const title = asText(property(value, 'title'))?.replace(/\s+/g, ' ').trim() ?? ''
    if (start === null || title === '') tally.count('chapter-left-out')
    else chapters.push({ start, title })
  }
  return chapters.sort((a, b) => a.start - b.start)
}

export function reportChapters(tally: ProblemTally): Problem[] {
  return tally.report(
    'chapter-left-out',
    'warning',
    ({ count }) =>
      `${countOf(count, 'chapter')} without a title or a start ${count === 1 ? 'is' : 'are'} not shown.`,
  )
}
