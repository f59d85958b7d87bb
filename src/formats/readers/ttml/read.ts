import type { Problem } from '#transcript/problem.ts'
import { countOf, createTally, type ProblemTally } from '#transcript/problem-tally.ts'
import { roundToMs } from '../../parsing/round-to-ms.ts'
import type { ParsedSegment, ParsedTranscript } from '../../parsing/parsed-transcript.ts'
import type { TranscriptFile } from '../format.ts'
import { openXml } from '../../parsing/xml/open-xml.ts'
import { childOf, type XmlElement } from '../../parsing/xml/tree.ts'
import { always, createTtmlClock, isSequence } from './clock.ts'
import { readTtmlHead, nameAgents } from './document-head.ts'
import { segmentsOf, type TtmlSegment } from './lines.ts'
import { attributeIn, isCore } from './names.ts'
import { blocksOf, countNotShown, inherit, type Inherited } from './paragraph.ts'
import { ratesOf } from './time-expression.ts'

/**
 * Reads the text and times of TTML (https://www.w3.org/TR/ttml2/) and its relatives DFXP, SMPTE-TT, EBU-TT, IMSC and
 * Apple's variants.
 */
export function readTtml(source: TranscriptFile): ParsedTranscript {
  const { root, problems } = openXml(source, { roots: ['tt'], format: 'TTML' })
  if (root === null) return { segments: [], problems }
  const tally = createTally()
  const { title, agents, translatedLines } = readTtmlHead(root)
  for (let line = 0; line < translatedLines; line += 1) tally.count('ttml-translated')
  const nothing = { interval: always, agent: undefined, language: undefined, isPreserved: false }
  const base = inherit(root, nothing, always)
  const body = childOf(root, 'body')
  const found = body === undefined ? [] : segmentsIn(body, base, { tt: root, tally })
  const used = new Set(found.flatMap(({ agent }) => (agent === undefined ? [] : [agent])))
  const nameOf = nameAgents(agents, used)
  const origin = originOf(found)
  const segments = found.map(({ agent, ...written }) => {
    const segment = origin === 0 ? written : fromOrigin(written, origin)
    const speaker = nameOf(agent)
    return speaker === undefined ? segment : { ...segment, speaker }
  })
  return {
    ...(title === undefined ? {} : { title }),
    ...(base.language === undefined ? {} : { language: base.language }),
    segments,
    problems: [...problems, ...wallClock(root), ...reportEpoch(origin), ...report(tally)],
  }
}

function segmentsIn(
  body: XmlElement,
  base: Inherited,
  { tt, tally }: { tt: XmlElement; tally: ProblemTally },
): TtmlSegment[] {
  const clock = createTtmlClock(body, ratesOf(tt), tally)
  const segments: TtmlSegment[] = []
  const visit = (element: XmlElement, around: Inherited, cursor: number | null): number => {
    const interval = clock.place(element, { interval: around.interval, cursor })
    const has = inherit(element, around, interval)
    if (element.name === 'p' || element.name === 'span') {
      for (const block of blocksOf(element, has, { clock, tally })) {
        for (const segment of segmentsOf(block)) segments.push(segment)
      }
      return interval.end ?? interval.start
    }
    let inner = isSequence(element) ? interval.start : null
    for (const child of element.children) {
      if (typeof child === 'string') {
        if (child.trim() !== '') tally.count('ttml-foreign', element.line)
      } else if (!isCore(child)) {
        countNotShown(child, tally)
      } else if (child.name === 'div' || child.name === 'p' || child.name === 'span') {
        const end = visit(child, has, inner)
        if (inner !== null) inner = end
      }
    }
    return interval.end ?? inner ?? interval.start
  }
  visit(body, base, null)
  return segments
}

/** No recording begins so late, in seconds: captions of live broadcasts count from 1970. */
const latestStart = 1000 * 3600

/** The time from which a live broadcast's captions are counted; 0 for all other files. */
function originOf(segments: readonly TtmlSegment[]): number {
  let first = Infinity
  for (const { start } of segments) if (start !== null) first = Math.min(first, start)
  return Number.isFinite(first) && first > latestStart ? first : 0
}

function fromOrigin<S extends ParsedSegment>(segment: S, origin: number): S {
  const moved = (time: number) => roundToMs(time - origin)
  const { start, end, words = [] } = segment
  return {
    ...segment,
    start: start === null ? null : moved(start),
    end: end === null ? null : moved(end),
    words: words.map((word) => ({ ...word, start: moved(word.start), end: moved(word.end) })),
  }
}

function reportEpoch(origin: number): Problem[] {
  if (origin === 0) return []
  const hours = Math.floor(origin / 3600).toLocaleString('en')
  const message = `The times of the file begin after ${hours} hours, as in captions of a live broadcast; they are counted from the first one.`
  return [{ code: 'times-from-first', severity: 'warning', message }]
}

function wallClock(tt: XmlElement): Problem[] {
  if (attributeIn(tt, 'parameter', 'timeBase') !== 'clock') return []
  const message =
    'The times of the file are times of day (timeBase “clock”), so the text may not follow the recording.'
  return [{ code: 'time-wall-clock', severity: 'warning', message }]
}

function report(tally: ProblemTally): Problem[] {
  return [
    ...tally.report(
      'time-unreadable',
      'warning',
      ({ count, where }) =>
        `${countOf(count, 'time')} could not be read${where} and ${count === 1 ? 'was' : 'were'} left out; the text is kept.`,
    ),
    ...tally.report(
      'ttml-foreign',
      'warning',
      ({ count, where }) =>
        `${countOf(count, 'piece')} of text ${count === 1 ? 'is' : 'are'} in elements that are not part of TTML${where} and ${count === 1 ? 'is' : 'are'} not shown.`,
    ),
    ...tally.report(
      'ttml-described',
      'note',
      ({ count, where }) =>
        `${countOf(count, 'description')} of what is seen or heard${where} ${count === 1 ? 'is' : 'are'} not shown.`,
    ),
    ...tally.report(
      'ttml-ruby',
      'note',
      ({ count, where }) =>
        `${countOf(count, 'reading aid')} above the text (ruby)${where} ${count === 1 ? 'is' : 'are'} not shown.`,
    ),
    ...tally.report(
      'ttml-translated',
      'note',
      ({ count }) =>
        `${countOf(count, 'translated or transliterated line')} beside the text ${count === 1 ? 'is' : 'are'} not shown.`,
    ),
  ]
}
