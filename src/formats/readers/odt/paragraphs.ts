import type { ProblemTally } from '#transcript/problem-tally.ts'
import type { ProseLine } from '../../parsing/prose/line.ts'
import { attributeOf, elementsOf, type XmlElement } from '../../parsing/xml/tree.ts'

/** Elements that hold no running text. */
const skipped = new Set([
  'tracked-changes',
  'forms',
  'sequence-decls',
  'variable-decls',
  'table-of-content',
  'alphabetical-index',
  'illustration-index',
  'bibliography',
])
const notes = new Set(['note', 'annotation'])

/** The paragraphs of an OpenDocument text as prose, with blank lines between; a table row is a line. */
export function linesOfDocument(body: XmlElement, tally: ProblemTally): ProseLine[] {
  const lines: ProseLine[] = []
  const add = (text: string, isHeading: boolean) => {
    for (const line of text.split('\n')) {
      if (line.trim() !== '') lines.push({ text: line, ...(isHeading ? { isHeading } : {}) })
    }
    lines.push({ text: '' })
  }
  const visit = (parent: XmlElement) => {
    for (const element of elementsOf(parent)) {
      if (element.name === 'p') add(textOfParagraph(element, tally), false)
      else if (element.name === 'h') add(textOfParagraph(element, tally), true)
      else if (element.name === 'table-row') add(textOfRow(element, tally), false)
      else if (notes.has(element.name)) tally.count('notes-not-shown')
      else if (!skipped.has(element.name)) visit(element)
    }
  }
  visit(body)
  return lines
}

function textOfParagraph(paragraph: XmlElement, tally: ProblemTally): string {
  let text = ''
  for (const child of paragraph.children) {
    if (typeof child === 'string') text += child.replace(/\s+/g, ' ')
    else if (child.name === 's')
      text += ' '.repeat(Math.min(Number(attributeOf(child, 'c') ?? 1) || 1, 99))
    else if (child.name === 'tab') text += '\t'
    else if (child.name === 'line-break') text += '\n'
    else if (notes.has(child.name)) tally.count('notes-not-shown')
    else text += textOfParagraph(child, tally)
  }
  return text
}

function textOfRow(row: XmlElement, tally: ProblemTally): string {
  return elementsOf(row, 'table-cell')
    .map((cell) =>
      elementsOf(cell, 'p')
        .map((paragraph) => textOfParagraph(paragraph, tally).trim())
        .join('\n'),
    )
    .filter((text) => text !== '')
    .join('\t')
}
