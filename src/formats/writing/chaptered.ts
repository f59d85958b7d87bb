import { chaptersByPlace } from '#transcript/chapters.ts'
import type { ProblemTally } from '#transcript/problem-tally.ts'
import type { PreparedTranscript } from '../writers/writer.ts'
import { toParagraphs, type ExportParagraph } from './paragraphs.ts'

export interface Heading {
  readonly title: string
  /** Seconds; `null` if times are not exported. */
  readonly start: number | null
}

/** A paragraph with the chapter that begins with it. */
export interface ChapteredParagraph extends ExportParagraph {
  readonly heading: Heading | null
}

/** Paragraphs for formats with headings. Chapters that do not begin at a paragraph are counted as `chapter`. */
export function toChapteredParagraphs(
  prepared: PreparedTranscript,
  tally: ProblemTally,
): ChapteredParagraph[] {
  const { chapters, segments, showsTimes } = prepared
  const paragraphs = toParagraphs(prepared, tally)
  const starts = paragraphs.map(({ segment }) => segments[segment]!.start)
  const places = chaptersByPlace(starts, chapters)
  for (let lost = places.size; lost < chapters.length; lost += 1) tally.count('chapter')
  return paragraphs.map((paragraph, index) => {
    const place = places.get(index)
    if (place === undefined) return { ...paragraph, heading: null }
    const { start } = chapters[place.index]!
    return { ...paragraph, heading: { title: place.title, start: showsTimes ? start : null } }
  })
}
