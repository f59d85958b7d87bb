import { createTally } from '#transcript/problem-tally.ts'
import type { Word } from '#transcript/transcript.ts'
import { reportUnplacedWords } from '../../parsing/words/report-unplaced.ts'
import type { ParsedTranscript, ParsedSegment } from '../../parsing/parsed-transcript.ts'
import type { TranscriptFile } from '../format.ts'
import { asNumber } from '../../parsing/json/values.ts'
import { languageTag } from '../../parsing/language-tag.ts'
import type { RecognisedWord } from '../../parsing/words/recognised-word.ts'
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
 * Reads aeneas' XML sync map. In a multilevel map (paragraphs, sentences, words), the sentences become segments with
 * their words.
 */
export function readAeneasXml(source: TranscriptFile): ParsedTranscript {
  const { root, problems } = openXml(source, { roots: ['map'], format: 'aeneas’ sync map' })
  if (root === null) return { segments: [], problems }
  const tally = createTally()
  const segments: ParsedSegment[] = []
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
    problems: [...problems, ...reportUnplacedWords(tally)],
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

function segmentOf(fragment: XmlElement): ParsedSegment {
  const language = languageTag(attributeOf(fragment, 'language'))
  return {
    text: linesOf(fragment),
    start: asNumber(attributeOf(fragment, 'begin')),
    end: asNumber(attributeOf(fragment, 'end')),
    line: fragment.line,
    ...(language === undefined ? {} : { language }),
  }
}

function heardWord(fragment: XmlElement): RecognisedWord {
  const { text, start, end } = segmentOf(fragment)
  return { text, start, end, confidence: null, speaker: undefined }
}
