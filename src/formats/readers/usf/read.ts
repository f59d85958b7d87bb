import { createTally } from '#transcript/problem-tally.ts'
import { roundToMs } from '../../parsing/round-to-ms.ts'
import type { ParsedTranscript } from '../../parsing/parsed-transcript.ts'
import type { TranscriptFile } from '../format.ts'
import { languageTag } from '../../parsing/language-tag.ts'
import { createCollapsedText } from '../../parsing/words/collapsed-text.ts'
import { timeAttribute } from '../../parsing/xml/attribute-time.ts'
import { openXml } from '../../parsing/xml/open-xml.ts'
import {
  attributeOf,
  childOf,
  descendantsOf,
  elementsOf,
  textIn,
  type XmlElement,
} from '../../parsing/xml/tree.ts'

/** Reads the Universal Subtitle Format. Pictures, shapes and comments are counted in a problem, not shown. */
export function readUsf(source: TranscriptFile): ParsedTranscript {
  const { root, problems } = openXml(source, { roots: ['USFSubtitles'], format: 'USF' })
  if (root === null) return { segments: [], problems }
  const tally = createTally()
  const metadata = childOf(root, 'metadata')
  const title = textIn(childOf(metadata, 'title')).replace(/\s+/g, ' ').trim()
  const languageElement = childOf(metadata, 'language')
  const code = languageElement === undefined ? undefined : attributeOf(languageElement, 'code')
  const language = languageTag(code)
  const segments = descendantsOf(root, 'subtitle').map((subtitle) => {
    const start = timeAttribute(subtitle, 'start')
    const duration = timeAttribute(subtitle, 'duration')
    const end = timeAttribute(subtitle, 'stop') ?? timeAttribute(subtitle, 'end')
    const isLong = end === null && start !== null && duration !== null
    for (const { name, line } of elementsOf(subtitle)) {
      if (name !== 'text' && name !== 'karaoke') tally.count('part-not-shown', line)
    }
    const texts = elementsOf(subtitle)
      .filter(({ name }) => name === 'text' || name === 'karaoke')
      .map(linesOf)
    return {
      text: texts.join('\n'),
      start,
      end: isLong ? roundToMs(start + duration) : end,
      line: subtitle.line,
    }
  })
  const leftOut = tally.report(
    'part-not-shown',
    'note',
    ({ count, where }) =>
      `${count === 1 ? '1 picture, shape or comment' : `${count.toLocaleString('en')} pictures, shapes or comments`}${where} ${count === 1 ? 'is' : 'are'} not shown.`,
  )
  return {
    ...(title === '' ? {} : { title }),
    ...(language === undefined ? {} : { language }),
    segments,
    problems: [...problems, ...leftOut],
  }
}

function linesOf(element: XmlElement): string {
  const text = createCollapsedText()
  const visit = (inside: XmlElement) => {
    for (const child of inside.children) {
      if (typeof child === 'string') text.add(child)
      else if (child.name === 'br') text.breakLine()
      else visit(child)
    }
  }
  visit(element)
  return text.result().text
}
