import type { ParsedTranscript, ParsedSegment } from '../../parsing/parsed-transcript.ts'
import type { TranscriptFile } from '../format.ts'
import { composePhrases } from '../../parsing/words/compose-phrases.ts'
import { timeAttribute } from '../../parsing/xml/attribute-time.ts'
import { openXml } from '../../parsing/xml/open-xml.ts'
import { childOf, descendantsOf, elementsOf, textIn } from '../../parsing/xml/tree.ts'

/** Reads Podlove Simple Transcripts: a turn for each `speech`, whose items are its timed pieces. */
export function readPodloveTranscripts(source: TranscriptFile): ParsedTranscript {
  const { root, problems } = openXml(source, {
    roots: ['transcripts'],
    format: 'Podlove Simple Transcripts',
  })
  if (root === null) return { segments: [], problems }
  const segments = descendantsOf(root, 'speech').map((speech): ParsedSegment => {
    const speaker = textIn(childOf(speech, 'speaker')).replace(/\s+/g, ' ').trim()
    const phrases = elementsOf(speech, 'item').map((item) => ({
      text: textIn(item),
      start: timeAttribute(item, 'start'),
      end: timeAttribute(item, 'end'),
    }))
    return {
      ...composePhrases(phrases),
      line: speech.line,
      ...(speaker === '' ? {} : { speaker }),
    }
  })
  return { segments, problems }
}
