import type { ProblemTally } from '#transcript/problem-tally.ts'
import type { ProseLine } from '../../parsing/prose/line.ts'
import {
  attributeOf,
  descendantsOf,
  elementsOf,
  textIn,
  type XmlElement,
} from '../../parsing/xml/tree.ts'

/** Elements that hold no text. */
const skipped = new Set(['forms', 'sequence-decls', 'variable-decls'])
/** Elements whose text repeats what stands elsewhere. */
const indexes = new Set([
  'table-of-content',
  'alphabetical-index',
  'illustration-index',
  'bibliography',
])
const notes = new Set(['note', 'annotation'])

/** The paragraphs of an OpenDocument text as prose, with blank lines between; a table row is a line. */
export function linesOfDocument(body: XmlElement, tally: ProblemTally): ProseLine[] {
  const lines: ProseLine[] = []
  for (const { text, isHeading } of blocksIn(body, tally)) {
    for (const line of text.split('\n')) {
      if (line.trim() !== '') lines.push({ text: line, ...(isHeading ? { isHeading } : {}) })
    }
    lines.push({ text: '' })
  }
  return lines
}

interface Block {
  readonly text: string
  readonly isHeading: boolean
}

/** The paragraphs and table rows inside an element; text boxes follow the paragraph in which they are anchored. */
function blocksIn(parent: XmlElement, tally: ProblemTally): Block[] {
  return elementsOf(parent).flatMap((element) => {
    const { name } = element
    if (name === 'p' || name === 'h') {
      const boxes: XmlElement[] = []
      const text = textOfParagraph(element, { tally, boxes })
      return [{ text, isHeading: name === 'h' }, ...boxes.flatMap((box) => blocksIn(box, tally))]
    }
    if (name === 'table-row') return [{ text: textOfRow(element, tally), isHeading: false }]
    if (notes.has(name)) {
      tally.count('notes-not-shown')
      return []
    }
    if (name === 'tracked-changes') {
      countParagraphs(descendantsOf(element, 'deletion'), () => tally.count('deleted-not-shown'))
      return []
    }
    if (indexes.has(name)) {
      countParagraphs([element], () => tally.count('index-not-shown'))
      return []
    }
    return skipped.has(name) ? [] : blocksIn(element, tally)
  })
}

function countParagraphs(elements: readonly XmlElement[], count: () => void): void {
  for (const element of elements) {
    for (const name of ['p', 'h']) {
      for (const paragraph of descendantsOf(element, name)) {
        if (textIn(paragraph).trim() !== '') count()
      }
    }
  }
}

function textOfParagraph(
  paragraph: XmlElement,
  found: { readonly tally: ProblemTally; readonly boxes: XmlElement[] },
): string {
  let text = ''
  for (const child of paragraph.children) {
    if (typeof child === 'string') text += child.replace(/\s+/g, ' ')
    else if (child.name === 's')
      text += ' '.repeat(Math.min(Number(attributeOf(child, 'c') ?? 1) || 1, 99))
    else if (child.name === 'tab') text += '\t'
    else if (child.name === 'line-break') text += '\n'
    else if (notes.has(child.name)) found.tally.count('notes-not-shown')
    else if (isDrawing(child)) found.boxes.push(child)
    else text += textOfParagraph(child, found)
  }
  return text
}

/** Frames and shapes: their text is in paragraphs, their title and description are not part of the text. */
function isDrawing({ uri }: XmlElement): boolean {
  return uri.includes(':drawing:')
}

function textOfRow(row: XmlElement, tally: ProblemTally): string {
  return elementsOf(row, 'table-cell')
    .map((cell) =>
      blocksIn(cell, tally)
        .map(({ text }) => text.trim())
        .filter((text) => text !== '')
        .join('\n'),
    )
    .filter((text) => text !== '')
    .join('\t')
}
