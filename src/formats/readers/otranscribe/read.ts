import { countOf, createTally } from '#transcript/problem-tally.ts'
import {
  emptyParsedTranscript,
  type ParsedTranscript,
  type ParsedSegment,
} from '../../parsing/parsed-transcript.ts'
import type { TranscriptFile } from '../format.ts'
import { hasClass, isBlock } from '../../parsing/html/blocks.ts'
import { parseHtml } from '../../parsing/html/parse-html.ts'
import { tooDeep } from '../../parsing/html/too-deep.ts'
import { asNumber, property, asText } from '../../parsing/json/values.ts'
import { parseClock } from '../../parsing/html/clock.ts'
import { createCollapsedText } from '../../parsing/words/collapsed-text.ts'
import { attributeOf, textIn, type XmlElement } from '../../parsing/xml/tree.ts'

/**
 * Reads oTranscribe's `.otr`: JSON with HTML, in which a timestamp applies to the text after it. Its `media` is not
 * opened.
 */
export function readOtranscribe({ json, name }: TranscriptFile): ParsedTranscript {
  const document = json()
  const html = asText(property(document?.value, 'text'))
  if (html === undefined) {
    return emptyParsedTranscript({
      code: 'format-unknown',
      severity: 'error',
      message: `${name} is not an oTranscribe file. Choose another format.`,
    })
  }
  const { root, isWhole } = parseHtml(html)
  const tally = createTally()
  const segments: ParsedSegment[] = []
  let open = createCollapsedText()
  let start: number | null = null
  const close = () => {
    if (open.isBlank) return
    segments.push({ text: open.result().text, start, end: null })
    open = createCollapsedText()
    start = null
  }
  const visit = (element: XmlElement) => {
    if (hasClass(element, 'timestamp')) {
      close()
      start = timeOf(element)
      if (start === null) tally.count('time-unreadable')
      return
    }
    if (isBlock(element)) close()
    for (const child of element.children) {
      if (typeof child === 'string') open.add(child)
      else if (child.name === 'br') open.breakLine()
      else visit(child)
    }
    if (isBlock(element)) close()
  }
  visit(root)
  close()
  return {
    segments: withEnds(segments),
    problems: [
      ...(document?.problems ?? []),
      ...(isWhole ? [] : [tooDeep(name)]),
      ...tally.report(
        'time-unreadable',
        'warning',
        ({ count }) =>
          `${countOf(count, 'time')} could not be read and ${count === 1 ? 'was' : 'were'} left out; the text is kept.`,
      ),
    ],
  }
}

/** Seconds from the attribute, else from the displayed time. */
function timeOf(stamp: XmlElement): number | null {
  const seconds = asNumber(attributeOf(stamp, 'data-timestamp'))
  if (seconds !== null && Number.isFinite(seconds) && seconds >= 0) return seconds
  return parseClock(textIn(stamp))
}

/** A timestamp's text lasts until the next timestamp, unless text without a timestamp comes between. */
function withEnds(segments: readonly ParsedSegment[]): ParsedSegment[] {
  return Array.from(segments, (segment, index) => {
    const next = segments[index + 1]?.start ?? null
    const isLater = segment.start !== null && next !== null && next > segment.start
    return isLater ? { ...segment, end: next } : segment
  })
}
