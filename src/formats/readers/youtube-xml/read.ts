import type { ParsedTranscript, ParsedSegment } from '../../parsing/parsed-transcript.ts'
import type { TranscriptFile } from '../format.ts'
import { decodeReferences } from '../../parsing/cues/character-references.ts'
import {
  captionConfidence,
  later,
  parseCaption,
  type Caption,
  type CaptionPiece,
} from '../../parsing/cues/rolling-captions.ts'
import { asNumber } from '../../parsing/json/values.ts'
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
 * Reads YouTube's `timedtext`: srv3 (`<p t d><s t>`, milliseconds, with words), srv2 (`<text t d>`, milliseconds) and
 * srv1 (`<text start dur>`, seconds).
 */
export function readYoutubeXml(source: TranscriptFile): ParsedTranscript {
  const { root, problems } = openXml(source, {
    roots: ['timedtext', 'transcript'],
    format: 'YouTube captions',
  })
  if (root === null) return { segments: [], problems }
  const captions = [...descendantsOf(root, 'p'), ...descendantsOf(root, 'text')]
    .map(captionOf)
    .filter(({ pieces }) => pieces.some(({ text }) => text.trim() !== ''))
  const isRolling = areRolling(captions)
  const segments = captions.map((caption, index): ParsedSegment => {
    const next = captions[index + 1]
    const segment = parseCaption(caption, next)
    const isCut = isRolling && next !== undefined && (next.start ?? 0) > (caption.start ?? 0)
    const end = isCut ? Math.min(segment.end ?? Infinity, next.start!) : segment.end
    return { ...segment, end, line: caption.line }
  })
  return { segments, problems }
}

type XmlCaption = Caption & { readonly line: number }

function captionOf(element: XmlElement): XmlCaption {
  const inSeconds = attributeOf(element, 'start') !== undefined
  const start = inSeconds ? timeAttribute(element, 'start') : timeAttribute(element, 't', 1000)
  const duration = inSeconds ? timeAttribute(element, 'dur') : timeAttribute(element, 'd', 1000)
  const timed = elementsOf(element, 's')
  const isAutomatic = timed.some(({ attributes }) =>
    attributes.some(({ name }) => name === 't' || name === 'ac'),
  )
  const pieces = isAutomatic ? timed.map(pieceOf) : [{ text: plain(element), ...untimed }]
  return { start, end: later(start, duration), pieces, isAutomatic, line: element.line }
}

const untimed = { offset: 0, confidence: null }

function pieceOf(element: XmlElement): CaptionPiece {
  return {
    text: plain(element),
    offset: timeAttribute(element, 't', 1000) ?? 0,
    confidence: captionConfidence(asNumber(attributeOf(element, 'ac'))),
  }
}

/** The text of an element. References are written twice (`&amp;#39;`), tags as references (`&lt;i&gt;`). */
function plain(element: XmlElement): string {
  const written = element.children
    .map((child) =>
      typeof child === 'string' ? child : child.name === 'br' ? '\n' : textIn(child),
    )
    .join('')
  const withoutTags = written
    .replace(/<br\s{0,3}\/?>/gi, '\n')
    .replace(/<\/?(?:font|i|b|u|s|c)(?:\s[^<>]{0,200})?>/gi, '')
  return decodeReferences(withoutTags).replaceAll('\u200b', '')
}

/** The fewest captions in which an overlap shows that each stays visible while the next one is spoken. */
const fewestRolling = 4

function areRolling(captions: readonly Caption[]): boolean {
  let overlaps = 0
  for (const [index, { end }] of captions.entries()) {
    const next = captions[index + 1]?.start ?? null
    if (end !== null && next !== null && next < end) overlaps += 1
  }
  return captions.length >= fewestRolling && overlaps > captions.length / 2
}
