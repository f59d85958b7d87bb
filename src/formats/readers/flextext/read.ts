import { createTally, type ProblemTally } from '#transcript/problem-tally.ts'
import type { ParsedTranscript, ParsedSegment } from '../../parsing/parsed-transcript.ts'
import type { TranscriptFile } from '../format.ts'
import { languageTag } from '../../parsing/language-tag.ts'
import { timeAttribute } from '../../parsing/xml/attribute-time.ts'
import { openXml } from '../../parsing/xml/open-xml.ts'
import {
  attributeOf,
  descendantsOf,
  elementsOf,
  textIn,
  type XmlElement,
} from '../../parsing/xml/tree.ts'

/**
 * Reads FieldWorks' interlinear text: the transcription of each phrase. Times are milliseconds. Glosses and
 * translations are counted in a problem, not shown.
 */
export function readFlextext(source: TranscriptFile): ParsedTranscript {
  const { root, problems } = openXml(source, { roots: ['document'], format: 'a FLEx text' })
  if (root === null) return { segments: [], problems }
  const tally = createTally()
  const title = descendantsOf(root, 'interlinear-text')
    .map((text) => itemOf(text, 'title'))
    .find((item) => item !== undefined)
  const phrases = descendantsOf(root, 'phrase')
  const spoken = phrases.map((phrase) => itemOf(phrase, 'txt') ?? wordOf(phrase))
  const language = spoken.map((item) => languageTag(langOf(item))).find((tag) => tag !== undefined)
  const segments = phrases.map((phrase) => segmentOf(phrase, tally))
  return {
    ...(title === undefined ? {} : { title: textIn(title).trim() }),
    ...(language === undefined ? {} : { language }),
    segments,
    problems: [
      ...problems,
      ...tally.report(
        'gloss-not-shown',
        'note',
        ({ count, where }) =>
          `${count === 1 ? '1 gloss or translation' : `${count.toLocaleString('en')} glosses or translations`}${where} ${count === 1 ? 'is' : 'are'} not shown.`,
      ),
    ],
  }
}

function segmentOf(phrase: XmlElement, tally: ProblemTally): ParsedSegment {
  // also those of its words
  for (const item of descendantsOf(phrase, 'item')) {
    const type = attributeOf(item, 'type')
    if (type === 'gls' || type === 'lit' || type === 'note') {
      tally.count('gloss-not-shown', item.line)
    }
  }
  const item = itemOf(phrase, 'txt')
  const speaker = attributeOf(phrase, 'speaker')?.trim() ?? ''
  return {
    text: item === undefined ? wordsOf(phrase) : textIn(item),
    start: timeAttribute(phrase, 'begin-time-offset', 1000),
    end: timeAttribute(phrase, 'end-time-offset', 1000),
    line: phrase.line,
    ...(speaker === '' ? {} : { speaker }),
  }
}

/** The words of a phrase whose text is not written as a whole; punctuation is attached. */
function wordsOf(phrase: XmlElement): string {
  let text = ''
  for (const word of descendantsOf(phrase, 'word')) {
    const mark = itemOf(word, 'punct')
    const spelled = textIn(itemOf(word, 'txt') ?? mark).trim()
    text += text === '' || mark !== undefined || spelled === '' ? spelled : ` ${spelled}`
  }
  return text
}

function wordOf(phrase: XmlElement): XmlElement | undefined {
  const word = descendantsOf(phrase, 'word')[0]
  return word === undefined ? undefined : itemOf(word, 'txt')
}

function itemOf(element: XmlElement, type: string): XmlElement | undefined {
  return elementsOf(element, 'item').find((item) => attributeOf(item, 'type') === type)
}

function langOf(item: XmlElement | undefined): string | undefined {
  return item === undefined ? undefined : attributeOf(item, 'lang')
}
