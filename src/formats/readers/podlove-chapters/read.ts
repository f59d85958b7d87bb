import { countOf, createTally } from '#transcript/problem-tally.ts'
import type { ParsedTranscript } from '../../parsing/parsed-transcript.ts'
import type { TranscriptFile } from '../format.ts'
import { timeAttribute } from '../../parsing/xml/attribute-time.ts'
import { openXml } from '../../parsing/xml/open-xml.ts'
import { attributeOf, descendantsOf } from '../../parsing/xml/tree.ts'

/** Reads Podlove Simple Chapters: titles and their times. */
export function readPodloveChapters(source: TranscriptFile): ParsedTranscript {
  const { root, problems } = openXml(source, {
    roots: ['chapters'],
    format: 'Podlove Simple Chapters',
  })
  if (root === null) return { segments: [], problems }
  const tally = createTally()
  const chapters = descendantsOf(root, 'chapter').flatMap((chapter) => {
    const start = timeAttribute(chapter, 'start')
    const title = (attributeOf(chapter, 'title') ?? '').replace(/\s+/g, ' ').trim()
    if (start !== null && title !== '') return [{ start, title }]
    tally.count('chapter-left-out', chapter.line)
    return []
  })
  const leftOut = tally.report(
    'chapter-left-out',
    'warning',
    ({ count, where }) =>
      `${countOf(count, 'chapter')}${where} without a time or a title ${count === 1 ? 'is' : 'are'} not shown.`,
  )
  return {
    chapters: chapters.sort((a, b) => a.start - b.start),
    segments: [],
    problems: [...problems, ...leftOut],
  }
}
