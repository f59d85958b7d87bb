import type { ProblemTally } from '#transcript/problem-tally.ts'
import type { ProseLine } from '../../parsing/prose/line.ts'
import { findStamps } from '../../parsing/prose/stamps.ts'
import { isNameLike } from '#transcript/conventions/name-like.ts'
import {
  attributeOf,
  childOf,
  descendantsOf,
  elementsOf,
  type XmlElement,
} from '../../parsing/xml/tree.ts'

/** Elements that are skipped: text deleted by tracked changes, pictures, footnotes. */
const deleted = new Set(['del', 'moveFrom'])
const references = new Set(['footnoteReference', 'endnoteReference', 'commentReference'])
const containers = new Set(['sdt', 'sdtContent', 'ins', 'moveTo', 'hyperlink', 'smartTag'])
  .add('fldSimple')
  .add('customXml')
const signs: ReadonlyMap<string, string> = new Map([
  ['tab', '\t'],
  ['br', '\n'],
  ['cr', '\n'],
  ['noBreakHyphen', '-'],
])

export interface DocumentLine extends ProseLine {
  /** The paragraph has Word's Title style. */
  readonly isTitle?: boolean
}

/**
 * The paragraphs of WordprocessingML (ECMA-376 part 1, 17) as prose, separated by blank lines. Table rows and text
 * boxes are paragraphs too; a text box occurs only once.
 */
export function proseLines(body: XmlElement, tally: ProblemTally): DocumentLine[] {
  const lines: DocumentLine[] = []
  for (const { text, isHeading, isTitle = false } of blocksIn(body, tally)) {
    const about = { ...(isHeading ? { isHeading } : {}), ...(isTitle ? { isTitle } : {}) }
    for (const line of text.split('\n')) {
      if (line.trim() !== '') lines.push({ text: line, ...about })
    }
    lines.push({ text: '' })
  }
  return lines
}

interface Block {
  readonly text: string
  readonly isHeading: boolean
  readonly isTitle?: boolean
}

function blocksIn(parent: XmlElement, tally: ProblemTally): Block[] {
  return elementsOf(parent).flatMap((element) => {
    if (element.name === 'p') return paragraph(element, tally)
    if (element.name === 'tbl') {
      return rowsIn(element).map((row) => ({ text: rowText(row, tally), isHeading: false }))
    }
    if (deleted.has(element.name)) {
      tally.count('deleted-not-shown')
      return []
    }
    return containers.has(element.name) ? blocksIn(element, tally) : []
  })
}

function rowsIn(table: XmlElement): XmlElement[] {
  return elementsOf(table).flatMap((child) => {
    if (child.name === 'tr') return [child]
    return containers.has(child.name) ? rowsIn(child) : []
  })
}

function paragraph(element: XmlElement, tally: ProblemTally): Block[] {
  const boxes: XmlElement[] = []
  const text = runText(element, { tally, boxes })
  const style = attributeOf(childOf(childOf(element, 'pPr'), 'pStyle') ?? element, 'val')
  // style ids are localised: `Heading1`, `berschrift1`, `Titre1`, `Ttulo1`
  const isHeading = /^(?:heading|title|.?berschrift|titre|t.?tulo|titolo|kop)\s?\d?$/i.test(
    style ?? '',
  )
  const isTitle = /^(?:title|titel|titre|t.?tulo|titolo)$/i.test(style ?? '')
  return [
    { text, isHeading: isHeading || isTitle, isTitle },
    ...boxes.flatMap((box) => blocksIn(box, tally)),
  ]
}

function runText(
  parent: XmlElement,
  found: { readonly tally: ProblemTally; readonly boxes: XmlElement[] },
): string {
  let text = ''
  for (const element of elementsOf(parent)) {
    const { name } = element
    if (name === 't') text += element.children.filter((child) => typeof child === 'string').join('')
    else if (signs.has(name)) text += signs.get(name)!
    else if (deleted.has(name)) found.tally.count('deleted-not-shown')
    else if (references.has(name)) found.tally.count('notes-not-shown')
    else if (name === 'r' || containers.has(name)) text += runText(element, found)
    else if (name === 'AlternateContent') {
      // both hold the same content: for current Word, and for versions before 2010
      const choice = childOf(element, 'Choice') ?? childOf(element, 'Fallback')
      if (choice !== undefined) text += runText(choice, found)
    } else if (name === 'drawing' || name === 'pict') {
      found.boxes.push(...descendantsOf(element, 'txbxContent'))
    }
  }
  return text
}

/** A table row as a line: the cells `0:03`, `Ada` and `Yes.` become `0:03 Ada: Yes.` */
function rowText(row: XmlElement, tally: ProblemTally): string {
  const cells = elementsOf(row)
    .filter(({ name }) => name === 'tc')
    .map((cell) =>
      blocksIn(cell, tally)
        .map(({ text }) => text.trim())
        .filter((text) => text !== '')
        .join('\n'),
    )
    .filter((text) => text !== '')
  const said = cells.pop() ?? ''
  const isTurn = cells.length === 1 || cells.some((cell) => findStamps(cell).length > 0)
  const heads = cells.map((cell) => {
    if (findStamps(cell).length > 0 || cell.endsWith(':')) return `${cell} `
    return isTurn && isNameLike(cell) && cell.length <= 60 ? `${cell}: ` : `${cell}\t`
  })
  return heads.join('') + said
}
