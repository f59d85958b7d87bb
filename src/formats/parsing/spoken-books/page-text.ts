import { decodeReferences } from '../cues/character-references.ts'
import type { ParsedSegment } from '../parsed-transcript.ts'
import { isBlock } from '../html/blocks.ts'
import { createCollapsedText, type CollapsedText } from '../words/collapsed-text.ts'
import type { RecognisedWord } from '../words/recognised-word.ts'
import { attributeOf, elementsOf, textIn, type XmlElement } from '../xml/tree.ts'

export interface Clip {
  readonly id: string
  readonly start: number | null
  readonly end: number | null
}

const skippedElements = new Set(['script', 'style', 'head', 'rt', 'rp', 'svg', 'math'])

/** The elements of a page by their ids, each with the paragraph around it. */
export type PageIndex = ReadonlyMap<string, { element: XmlElement; block: XmlElement }>

export function indexPage(page: XmlElement): PageIndex {
  const byId = new Map<string, { element: XmlElement; block: XmlElement }>()
  const visit = (element: XmlElement, block: XmlElement) => {
    const id = attributeOf(element, 'id')
    const around = isBlock(element) ? element : block
    if (id !== undefined && !byId.has(id)) byId.set(id, { element, block: around })
    for (const child of elementsOf(element)) visit(child, around)
  }
  visit(page, page)
  return byId
}

/**
 * The passages of a page that have audio clips, in clip order. If most clips are single words, segments are the
 * paragraphs around them. `missing` counts clips whose element does not exist.
 */
export function speakPage(
  page: PageIndex,
  clips: readonly Clip[],
): { segments: ParsedSegment[]; missing: number } {
  const spoken = joinClips(clips).flatMap((clip) => {
    const found = page.get(clip.id)
    return found === undefined ? [] : [{ ...found, clip }]
  })
  const missing = clips.filter(({ id }) => !page.has(id)).length
  const words = spoken.filter(({ element }) => !/\s/.test(textIn(element).trim()))
  if (words.length * 2 <= spoken.length) {
    const texts = new Map<XmlElement, string>()
    const segments = spoken.map(({ element, clip }) => {
      const text = texts.get(element) ?? textOf(element)
      texts.set(element, text)
      return { text, start: clip.start, end: clip.end }
    })
    return { segments, missing }
  }
  const heard = new Map(spoken.map(({ element, clip }) => [element, heardWord(element, clip)]))
  const blocks = new Set(spoken.map(({ block }) => block))
  const segments = Array.from(blocks, (block) => {
    const text = createCollapsedText()
    addText(block, text, { word: undefined, words: heard })
    const result = text.result()
    const start = result.words[0]?.start ?? null
    return { ...result, start, end: result.words.at(-1)?.end ?? null }
  })
  return { segments, missing }
}

/** Clips of one passage that follow each other are one. */
function joinClips(clips: readonly Clip[]): Clip[] {
  const joined: Clip[] = []
  for (const clip of clips) {
    const last = joined.at(-1)
    if (last?.id === clip.id) joined[joined.length - 1] = { ...last, end: clip.end ?? last.end }
    else joined.push(clip)
  }
  return joined
}

function textOf(element: XmlElement): string {
  const text = createCollapsedText()
  addText(element, text, { word: undefined, words: new Map() })
  return text.result().text
}

function heardWord(element: XmlElement, { start, end }: Clip): RecognisedWord {
  return { text: textIn(element), start, end, confidence: null, speaker: undefined }
}

function addText(
  element: XmlElement,
  text: CollapsedText,
  {
    word,
    words,
  }: { word: RecognisedWord | undefined; words: ReadonlyMap<XmlElement, RecognisedWord> },
): void {
  const own = words.get(element) ?? word
  for (const child of element.children) {
    if (typeof child === 'string') text.add(decodeReferences(child), own)
    else if (child.name === 'br') text.breakLine()
    else if (!skippedElements.has(child.name)) addText(child, text, { word: own, words })
  }
}
