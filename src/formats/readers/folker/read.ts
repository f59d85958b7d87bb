import { createTally } from '#transcript/problem-tally.ts'
import type { ParsedTranscript, ParsedSegment } from '../../parsing/parsed-transcript.ts'
import type { TranscriptFile } from '../format.ts'
import { reportMarks } from '../../parsing/moments/report.ts'
import { placeMoments, type Moments } from '../../parsing/moments/moments.ts'
import { orderByStart } from '../../parsing/words/compose-channels.ts'
import { composePhrases, type Phrase } from '../../parsing/words/compose-phrases.ts'
import { timeAttribute } from '../../parsing/xml/attribute-time.ts'
import { openXml } from '../../parsing/xml/open-xml.ts'
import {
  attributeOf,
  childOf,
  descendantsOf,
  textIn,
  type XmlElement,
} from '../../parsing/xml/tree.ts'

/** Reads FOLKER: one segment per contribution, with the times inside it. */
export function readFolker(source: TranscriptFile): ParsedTranscript {
  const { root, problems } = openXml(source, { roots: ['folker-transcription'], format: 'FOLKER' })
  if (root === null) return { segments: [], problems }
  const tally = createTally()
  const timeline = placeMoments(
    descendantsOf(root, 'timepoint').map((point) => [
      attributeOf(point, 'timepoint-id') ?? '',
      timeAttribute(point, 'absolute-time'),
    ]),
  )
  const names = new Map(
    descendantsOf(root, 'speaker').map((speaker) => {
      const id = attributeOf(speaker, 'speaker-id') ?? ''
      const name = textIn(childOf(speaker, 'name')).trim()
      return [id, name === '' ? id : name]
    }),
  )
  const segments = descendantsOf(root, 'contribution').map((contribution): ParsedSegment => {
    const phrases = phrasesOf(contribution, timeline)
    const { line } = contribution
    if (phrases[0]!.start === null) tally.count('mark-missing', line)
    else if (phrases.some(({ isEstimated }) => isEstimated)) tally.count('time-estimated', line)
    const id = attributeOf(contribution, 'speaker-reference') ?? ''
    const speaker = names.get(id) ?? id
    return { ...composePhrases(phrases), line, ...(speaker === '' ? {} : { speaker }) }
  })
  return { segments: orderByStart(segments), problems: [...problems, ...reportMarks(tally)] }
}

/** The pieces of a contribution between its times. */
function phrasesOf(contribution: XmlElement, timeline: Moments): Phrase[] {
  const phrases: Phrase[] = []
  const moment = (element: XmlElement, name: string) =>
    timeline.get(attributeOf(element, name) ?? '')
  let start = moment(contribution, 'start-reference')
  let text = ''
  const close = (end: ReturnType<typeof moment>) => {
    const isEstimated = start?.isEstimated === true || end?.isEstimated === true
    phrases.push({ text, start: start?.time ?? null, end: end?.time ?? null, isEstimated })
    start = end ?? start
    text = ''
  }
  const visit = (element: XmlElement) => {
    for (const child of element.children) {
      if (typeof child === 'string') text += child
      else if (child.name === 'time') close(moment(child, 'timepoint-reference'))
      else if (child.name === 'w') {
        text += text === '' || /\s$/.test(text) ? textIn(child) : ` ${textIn(child)}`
      } else {
        const sign = signOf(child)
        if (sign === '') visit(child)
        else text += ` ${sign} `
      }
    }
  }
  visit(contribution)
  if (text.trim() !== '' || phrases.length === 0) close(moment(contribution, 'end-reference'))
  return phrases
}

/** How GAT 2 writes what is not a word: https://www.gespraechsforschung-ozs.de/heft2009/px-gat2.pdf. */
function signOf(element: XmlElement): string {
  const length = Math.min(3, Math.max(1, Number(attributeOf(element, 'length') ?? 1) || 1))
  const breath = 'h'.repeat(length)
  if (element.name === 'breathe') {
    return attributeOf(element, 'type') === 'out' ? `${breath}°` : `°${breath}`
  }
  if (element.name === 'non-phonological') return `((${attributeOf(element, 'description') ?? ''}))`
  if (element.name !== 'pause') return ''
  const duration = attributeOf(element, 'duration') ?? 'micro'
  return duration === 'micro' ? '(.)' : `(${duration})`
}
