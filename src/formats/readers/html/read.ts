import type { ParsedTranscript } from '../../parsing/parsed-transcript.ts'
import type { TranscriptFile } from '../format.ts'
import { isBlock } from '../../parsing/html/blocks.ts'
import { parseHtml } from '../../parsing/html/parse-html.ts'
import { tooDeep } from '../../parsing/html/too-deep.ts'
import type { ProseLine } from '../../parsing/prose/line.ts'
import { readProse } from '../../parsing/prose/read-prose.ts'
import { descendantsOf, textIn, type XmlElement } from '../../parsing/xml/tree.ts'

/** The least share of a page's text that its main part must hold. */
const mainShare = 0.3

/** Reads the text of a web page as prose: of its main part, if it marks one, without menus and footers. */
export function readHtml(file: TranscriptFile): ParsedTranscript {
  const { text, name } = file
  const { root, isWhole } = parseHtml(text)
  const parsed = readProse(linesOf(mainPart(root)), file)
  const title = /<title[^<>]{0,200}>([^<>]{1,300})<\/title/i.exec(text.slice(0, 20_000))?.[1]
  return {
    ...(title === undefined ? {} : { title: plain(title) }),
    ...parsed,
    problems: [...(isWhole ? [] : [tooDeep(name)]), ...parsed.problems],
  }
}

function plain(title: string): string {
  return textIn(parseHtml(title).root).replace(/\s+/g, ' ').trim()
}

function mainPart(root: XmlElement): XmlElement {
  const all = textIn(root).length
  for (const name of ['main', 'article']) {
    const parts = descendantsOf(root, name)
    if (parts.length === 1 && textIn(parts[0]).length >= all * mainShare) return parts[0]!
  }
  return root
}

const aside = new Set(['nav', 'footer', 'aside', 'form', 'head', 'button'])

function linesOf(main: XmlElement): ProseLine[] {
  const lines: ProseLine[] = []
  let text = ''
  let line = main.line
  const close = (isHeading: boolean) => {
    const written = text.replace(/\s+/g, ' ').trim()
    if (written !== '') lines.push({ text: written, line, ...(isHeading ? { isHeading } : {}) })
    text = ''
  }
  const visit = (element: XmlElement) => {
    for (const child of element.children) {
      if (typeof child === 'string') text += child
      else if (child.name === 'br') close(false)
      else if (!aside.has(child.name)) {
        const isParagraph = isBlock(child)
        if (isParagraph) {
          close(false)
          line = child.line
        }
        visit(child)
        if (child.name === 'td' || child.name === 'th') text += '\t'
        if (isParagraph && child.name !== 'td' && child.name !== 'th') {
          close(/^h[1-6]$/.test(child.name))
          if (lines.length > 0) lines.push({ text: '' })
        }
      }
    }
  }
  visit(main)
  close(false)
  return lines
}
