import type { Chapter } from '#transcript/transcript.ts'
import { createTally, type ProblemTally } from '#transcript/problem-tally.ts'
import type { ParsedTranscript, ParsedSegment } from '../../parsing/parsed-transcript.ts'
import type { TranscriptFile } from '../format.ts'
import { languageTag } from '../../parsing/language-tag.ts'
import { orderByStart } from '../../parsing/words/compose-channels.ts'
import { timeAttribute } from '../../parsing/xml/attribute-time.ts'
import { openXml } from '../../parsing/xml/open-xml.ts'
import { attributeOf, descendantsOf, elementsOf, type XmlElement } from '../../parsing/xml/tree.ts'

/**
 * Reads Transcriber (http://trans.sourceforge.net): one segment between two `Sync`, and one for each speaker where two
 * speak at once. Noises stand in the text as `[laughter]`; the topics of sections are chapters.
 */
export function readTranscriber(source: TranscriptFile): ParsedTranscript {
  const { root, problems } = openXml(source, { roots: ['Trans'], format: 'Transcriber' })
  if (root === null) return { segments: [], problems }
  const tally = createTally()
  const names = new Map(
    descendantsOf(root, 'Speaker').map((speaker) => [
      attributeOf(speaker, 'id') ?? '',
      attributeOf(speaker, 'name')?.trim() ?? '',
    ]),
  )
  const segments = descendantsOf(root, 'Turn').flatMap((turn) => segmentsOf(turn, names, tally))
  const language = languageTag(root.attributes.find(({ name }) => name === 'lang')?.value)
  const chapters = chaptersOf(root)
  return {
    ...(language === undefined ? {} : { language }),
    ...(chapters.length === 0 ? {} : { chapters }),
    segments: orderByStart(segments),
    problems: [
      ...problems,
      ...tally.report(
        'annotation-not-shown',
        'note',
        ({ count, where }) =>
          `${count === 1 ? '1 comment or annotation' : `${count.toLocaleString('en')} comments or annotations`}${where} ${count === 1 ? 'is' : 'are'} not shown.`,
      ),
    ],
  }
}

function segmentsOf(
  turn: XmlElement,
  names: ReadonlyMap<string, string>,
  tally: ProblemTally,
): ParsedSegment[] {
  const ids = (attributeOf(turn, 'speaker') ?? '').split(/\s+/).filter((id) => id !== '')
  const turnNames = ids.map((id) => names.get(id) || id)
  const segments: ParsedSegment[] = []
  let start = timeAttribute(turn, 'startTime')
  let speaker: string | undefined = turnNames.join(' & ')
  let text = ''
  let line = turn.line
  const close = () => {
    const said = text.replace(/\s+/g, ' ').trim()
    text = ''
    if (said === '') return
    segments.push({ text: said, start, end: null, line, ...(speaker ? { speaker } : {}) })
  }
  let begun = 0
  const endAt = (end: number | null) => {
    close()
    for (let at = begun; at < segments.length; at += 1) segments[at] = { ...segments[at]!, end }
    begun = segments.length
  }
  for (const child of turn.children) {
    if (typeof child === 'string') text += child
    else if (child.name === 'Sync') {
      const time = timeAttribute(child, 'time')
      endAt(time)
      start = time ?? start
      speaker = turnNames.join(' & ')
      line = child.line
    } else if (child.name === 'Who') {
      close()
      speaker = turnNames[Number(attributeOf(child, 'nb') ?? 0) - 1] ?? speaker
      line = child.line
    } else if (child.name === 'Event' && isHeard(child)) text += ` ${soundOf(child)} `
    else if (child.name !== 'Background') tally.count('annotation-not-shown', child.line)
  }
  endAt(timeAttribute(turn, 'endTime'))
  return segments
}

/** Noises are heard; marks of pronunciation, language, words and entities say something about the text. */
function isHeard(event: XmlElement): boolean {
  const type = attributeOf(event, 'type') ?? 'noise'
  return type === 'noise' && (attributeOf(event, 'desc') ?? '').trim() !== ''
}

function soundOf(event: XmlElement): string {
  const what = (attributeOf(event, 'desc') ?? '').trim()
  const extent = attributeOf(event, 'extent')
  return extent === 'begin' ? `[${what}-]` : extent === 'end' ? `[-${what}]` : `[${what}]`
}

function chaptersOf(root: XmlElement): Chapter[] {
  const topics = new Map(
    descendantsOf(root, 'Topic').map((topic) => [
      attributeOf(topic, 'id') ?? '',
      attributeOf(topic, 'desc')?.trim() ?? '',
    ]),
  )
  return descendantsOf(root, 'Episode').flatMap((episode) =>
    elementsOf(episode, 'Section').flatMap((section) => {
      const start = timeAttribute(section, 'startTime')
      const title = topics.get(attributeOf(section, 'topic') ?? '') ?? ''
      return start === null || title === '' ? [] : [{ start, title }]
    }),
  )
}
