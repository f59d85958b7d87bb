import { createTally, countOf } from '#transcript/problem-tally.ts'
import type { Word } from '#transcript/transcript.ts'
import type { Draft, DraftSegment } from '../../parsing/draft.ts'
import type { Source } from '../format.ts'
import { numberOf } from '../../parsing/json/values.ts'
import { languageTag } from '../../parsing/language-tag.ts'
import type { HeardWord } from '../../parsing/words/heard-word.ts'
import { spreadWords } from '../../parsing/words/spread-words.ts'
import { openXml } from '../../parsing/xml/open-xml.ts'
import {
  attributeOf,
  childOf,
  elementsOf,
  textIn,
  type XmlElement,
} from '../../parsing/xml/tree.ts'

/**
 * aeneas’ sync map: fragments of lines. Of a multilevel one (paragraphs of sentences of words) the level above the
 * words is shown, with the words in it.
 */
export function readAeneasXml(source: Source): Draft {
  const { root, problems } = openXml(source, { roots: ['map'], format: 'aeneas’ sync map' })
  if (root === null) return { segments: [], problems }
  const tally = createTally()
  const segments: DraftSegment[] = []
  const visit = (fragment: XmlElement) => {
    const parts = partsOf(fragment)
    if (parts.length > 0 && !parts.every(isWord)) {
      for (const part of parts) visit(part)
      return
    }
    const segment = segmentOf(fragment)
    const { placed, lost } = spreadWords([segment.text], parts.map(heardWord))
    for (let count = 0; count < lost; count += 1) tally.count('word-unplaced', fragment.line)
    segments.push({ ...segment, words: placed[0] as Word[] })
  }
  for (const fragment of elementsOf(root, 'fragment')) visit(fragment)
  return {
    segments,
    problems: [
      ...problems,
      ...tally.report(
        'word-unplaced',
        'note',
        ({ count, where }) =>
          `${countOf(count, 'timed word')} could not be found in the text${where} and ${count === 1 ? 'is' : 'are'} not marked while spoken.`,
      ),
    ],
  }
}

function partsOf(fragment: XmlElement): XmlElement[] {
  const children = childOf(fragment, 'children')
  return children === undefined ? [] : elementsOf(children, 'fragment')
}

function isWord(fragment: XmlElement): boolean {
  return partsOf(fragment).length === 0 && !/\s/.test(linesOf(fragment).trim())
}

function linesOf(fragment: XmlElement): string {
  return elementsOf(fragment, 'line').map(textIn).join('\n')
}

function segmentOf(fragment: XmlElement): DraftSegment {
  const language = languageTag(attributeOf(fragment, 'language'))
  return {
    text: linesOf(fragment),
    start: numberOf(attributeOf(fragment, 'begin')),
    end: numberOf(attributeOf(fragment, 'end')),
    line: fragment.line,
    ...(language === undefined ? {} : { language }),
  }
}

function heardWord(fragment: XmlElement): HeardWord {
  const { text, start, end } = segmentOf(fragment)
  return { text, start, end, confidence: null, speaker: undefined }
}
