import { countOf, createTally, type ProblemTally } from '#transcript/problem-tally.ts'
import type { ParsedTranscript, ParsedSegment } from '../../parsing/parsed-transcript.ts'
import type { TranscriptFile } from '../format.ts'
import { languageTag } from '../../parsing/language-tag.ts'
import { reportMarks } from '../../parsing/moments/report.ts'
import type { Moments } from '../../parsing/moments/moments.ts'
import { orderByStart } from '../../parsing/words/compose-channels.ts'
import { composePhrases } from '../../parsing/words/compose-phrases.ts'
import { openXml } from '../../parsing/xml/open-xml.ts'
import {
  attributeOf,
  childOf,
  descendantsOf,
  textIn,
  type XmlElement,
} from '../../parsing/xml/tree.ts'
import { isNonverbal, phrasesOf } from './spoken-text.ts'
import { readTeiMoments, idReferred } from './moments.ts'

/**
 * Reads transcriptions of speech in TEI, as ISO 24624 describes them: the text of each `u` with the times of its
 * anchors. Annotations (`spanGrp`) are counted in a problem, not shown.
 */
export function readTei(source: TranscriptFile): ParsedTranscript {
  const { root, problems } = openXml(source, {
    roots: ['TEI', 'TEI.2', 'teiCorpus'],
    format: 'a TEI transcription',
  })
  if (root === null) return { segments: [], problems }
  const tally = createTally()
  const timeline = readTeiMoments(root)
  const names = namesOf(root)
  const segments: ParsedSegment[] = []
  const visit = (element: XmlElement, around: XmlElement | null) => {
    for (const child of element.children) {
      if (typeof child === 'string') continue
      if (child.name === 'u') segments.push(segmentOf(child, around, { timeline, names, tally }))
      else if (child.name === 'annotationBlock' || child.name === 'annotatedU') visit(child, child)
      else if (child.name === 'spanGrp') {
        for (const span of descendantsOf(child, 'span')) tally.count('span-not-shown', span.line)
      } else if (child.name === 'pause') tally.count('pause-not-shown', child.line)
      else if (isNonverbal(child)) {
        const [sound] = phrasesOf({ ...child, children: [child] }, around, timeline)
        if (sound !== undefined) segments.push({ ...composePhrases([sound]), line: child.line })
      } else if (child.name !== 'teiHeader') visit(child, around)
    }
  }
  visit(root, null)
  const title = textIn(childOf(descendantsOf(root, 'titleStmt')[0], 'title'))
  const language = languageOf(root)
  return {
    ...(title.trim() === '' ? {} : { title: title.replace(/\s+/g, ' ').trim() }),
    ...(language === undefined ? {} : { language }),
    segments: orderByStart(segments),
    problems: [...problems, ...reportMarks(tally), ...reportSpans(tally), ...reportPauses(tally)],
  }
}

function segmentOf(
  u: XmlElement,
  around: XmlElement | null,
  known: { timeline: Moments; names: ReadonlyMap<string, string>; tally: ProblemTally },
): ParsedSegment {
  const phrases = phrasesOf(u, around, known.timeline)
  if (phrases.some(({ isEstimated }) => isEstimated)) known.tally.count('time-estimated', u.line)
  const refersToNothing = phrases.every(({ start }) => start === null) && known.timeline.size > 0
  if (refersToNothing) known.tally.count('mark-missing', u.line)
  const who = attributeOf(u, 'who') ?? (around === null ? undefined : attributeOf(around, 'who'))
  const speaker = (who ?? '')
    .split(/\s+/)
    .filter((id) => id !== '')
    .map((id) => known.names.get(idReferred(id)) ?? idReferred(id))
    .join(' & ')
  return { ...composePhrases(phrases), line: u.line, ...(speaker === '' ? {} : { speaker }) }
}

/** Names of the persons by id: `persName`, `name`, `abbr`, the attribute `n`, else the id. */
function namesOf(root: XmlElement): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  for (const kind of ['person', 'personGrp', 'participant']) {
    for (const person of descendantsOf(root, kind)) {
      const id = attributeOf(person, 'id') ?? ''
      const written = ['persName', 'name', 'abbr']
        .map((name) => textIn(descendantsOf(person, name)[0]).replace(/\s+/g, ' ').trim())
        .find((name) => name !== '')
      if (id !== '') names.set(id, written ?? attributeOf(person, 'n')?.trim() ?? id)
    }
  }
  return names
}

function languageOf(root: XmlElement): string | undefined {
  const text = childOf(root, 'text')
  const [named] = descendantsOf(root, 'language')
  return (
    languageTag(text === undefined ? undefined : attributeOf(text, 'lang')) ??
    languageTag(named === undefined ? undefined : attributeOf(named, 'ident'))
  )
}

function reportSpans(tally: ProblemTally) {
  return tally.report(
    'span-not-shown',
    'note',
    ({ count, where }) =>
      `${countOf(count, 'annotation')}${where} ${count === 1 ? 'is' : 'are'} not shown.`,
  )
}

function reportPauses(tally: ProblemTally) {
  return tally.report(
    'pause-not-shown',
    'note',
    ({ count, where }) =>
      `${countOf(count, 'pause')} between utterances${where} ${count === 1 ? 'is' : 'are'} not shown.`,
  )
}
