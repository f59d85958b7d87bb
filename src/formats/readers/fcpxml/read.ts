import { countOf } from '#transcript/problem-tally.ts'
import type { Problem } from '#transcript/problem.ts'
import type { ParsedTranscript, ParsedSegment } from '../../parsing/parsed-transcript.ts'
import type { TranscriptFile } from '../format.ts'
import { languageTag } from '../../parsing/language-tag.ts'
import { orderByStart } from '../../parsing/words/compose-channels.ts'
import { openXml } from '../../parsing/xml/open-xml.ts'
import {
  attributeOf,
  descendantsOf,
  elementsOf,
  textIn,
  type XmlElement,
} from '../../parsing/xml/tree.ts'
import { parseRationalTime } from './rational-time.ts'

/**
 * Reads the captions of a Final Cut Pro project. A caption's offset counts in the time of the clip it is attached to;
 * it is converted to the time of the sequence. Captions of other languages or roles are counted, not shown.
 */
export function readFcpxml(source: TranscriptFile): ParsedTranscript {
  const { root, problems } = openXml(source, { roots: ['fcpxml'], format: 'FCPXML' })
  if (root === null) return { segments: [], problems }
  const assets = new Map(
    descendantsOf(root, 'asset').map((asset) => [
      attributeOf(asset, 'id') ?? '',
      parseRationalTime(attributeOf(asset, 'start')) ?? 0,
    ]),
  )
  const captions: Caption[] = []
  const sequences = descendantsOf(root, 'sequence')
  for (const sequence of sequences) {
    const begin = parseRationalTime(attributeOf(sequence, 'tcStart')) ?? 0
    collect(sequence, { place: 0, local: begin, assets, captions })
  }
  if (sequences.length === 0) collect(root, { place: 0, local: 0, assets, captions })
  const { shown, others } = mainRole(captions)
  const language = languageTag(/\.([a-z]{2,3}(?:-\w{2,8})?)$/i.exec(shown[0]?.role ?? '')?.[1])
  const [project] = descendantsOf(root, 'project')
  const title = project === undefined ? undefined : attributeOf(project, 'name')?.trim()
  return {
    ...(title ? { title } : {}),
    ...(language === undefined ? {} : { language }),
    segments: orderByStart(shown.map(({ segment }) => segment)),
    problems: [
      ...problems,
      ...(captions.length === 0 ? [noCaptions(source.name)] : []),
      ...reportOthers(others),
    ],
  }
}

interface Caption {
  readonly role: string
  readonly segment: ParsedSegment
}

interface Around {
  /** Seconds of the sequence at which the element begins. */
  readonly place: number
  /** The element's own time at its beginning, from which the offsets inside it count; seconds. */
  readonly local: number
  readonly assets: ReadonlyMap<string, number>
  readonly captions: Caption[]
}

function collect(parent: XmlElement, around: Around): void {
  for (const element of elementsOf(parent)) {
    const offset = parseRationalTime(attributeOf(element, 'offset'))
    const place = offset === null ? around.place : around.place + offset - around.local
    if (element.name === 'caption') {
      around.captions.push(captionOf(element, place))
      continue
    }
    // a primary storyline counts in the time of the sequence, an attached one from 0
    const isPrimary = offset === null && element.name === 'spine'
    const asset = around.assets.get(attributeOf(element, 'ref') ?? '')
    const start = parseRationalTime(attributeOf(element, 'start')) ?? asset
    const local = start ?? (isPrimary || offset === null ? around.local : 0)
    collect(element, { ...around, place, local })
  }
}

function captionOf(caption: XmlElement, place: number): Caption {
  const duration = parseRationalTime(attributeOf(caption, 'duration'))
  const text = elementsOf(caption, 'text').map((each) => textIn(each).trim())
  const start = round(place)
  return {
    role: attributeOf(caption, 'role') ?? '',
    segment: {
      text: text.filter((each) => each !== '').join('\n') || (attributeOf(caption, 'name') ?? ''),
      start,
      end: duration === null ? null : round(place + duration),
      line: caption.line,
    },
  }
}

function round(time: number): number {
  return Math.round(time * 1e6) / 1e6
}

/** The captions of the role that has the most; the first one, if they are equal. */
function mainRole(captions: readonly Caption[]): { shown: Caption[]; others: Caption[] } {
  const counts = new Map<string, number>()
  for (const { role } of captions) counts.set(role, (counts.get(role) ?? 0) + 1)
  const [main] = [...counts].sort((a, b) => b[1] - a[1])
  const shown = captions.filter(({ role }) => role === main?.[0])
  return { shown, others: captions.filter(({ role }) => role !== main?.[0]) }
}

function noCaptions(name: string): Problem {
  return {
    code: 'captions-missing',
    severity: 'error',
    message: `${name} is a Final Cut Pro project without captions. Export its captions as SRT and open that.`,
  }
}

function reportOthers(others: readonly Caption[]): Problem[] {
  if (others.length === 0) return []
  const roles = [...new Set(others.map(({ role }) => role.replace(/\?.*(?=\.)/, '')))]
  const message = `${countOf(others.length, 'caption')} of other languages or roles (${roles.slice(0, 3).join(', ').slice(0, 120)}) ${others.length === 1 ? 'is' : 'are'} not shown.`
  return [{ code: 'roles-left-out', severity: 'note', message }]
}
