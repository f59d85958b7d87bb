import { Parser } from 'htmlparser2'
import { normaliseText } from '../encoding/normalise-text.ts'
import type { XmlElement, XmlNode } from '../xml/tree.ts'

/** Deeper elements become siblings at this depth, so that a recursive walk of the tree is safe. */
const deepestKept = 60

/** Parsing stops at this depth: no real page is nested so deeply, and the time would grow quadratically. */
const deepestRead = 1000

/** Elements that have no text, or whose text is not shown. */
const skippedElements = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'iframe',
  'object',
  'svg',
  'math',
  'textarea',
  'select',
  'title',
])

const voids = new Set(['br', 'img', 'hr', 'input', 'meta', 'link', 'wbr', 'source', 'track'])

/**
 * Parses HTML into a tree of readable text: lower-case names, plain attributes, no scripts or styles. No DOM document
 * is created, so nothing is loaded or run. `isWhole` is false if parsing stopped because of the depth.
 */
export function parseHtml(text: string): { root: XmlElement; isWhole: boolean } {
  const children: XmlNode[] = []
  const root: XmlElement = { name: '', uri: '', attributes: [], children, line: 1 }
  const open: XmlNode[][] = [children]
  let skipped = 0
  let depth = 0
  let line = 1
  // found once, because a page may be a single line
  let lineBreak = text.indexOf('\n')
  const lineAt = (index: number) => {
    while (lineBreak !== -1 && lineBreak < index) {
      line += 1
      lineBreak = text.indexOf('\n', lineBreak + 1)
    }
    return line
  }
  const parser = new Parser({
    onopentag(name, attributes) {
      if (voids.has(name)) {
        if (name === 'br' && skipped === 0) {
          open.at(-1)!.push({ name, uri: '', attributes: [], children: [], line })
        }
        return
      }
      depth += 1
      if (depth > deepestRead) throw new TooDeep()
      if (skipped > 0 || skippedElements.has(name)) skipped += 1
      if (skipped > 0 || depth > deepestKept) return
      const inside: XmlNode[] = []
      open
        .at(-1)!
        .push(elementOf(name, attributes, { children: inside, line: lineAt(parser.startIndex) }))
      open.push(inside)
    },
    onclosetag(name) {
      if (voids.has(name)) return
      if (skipped === 0 && depth <= deepestKept && open.length > 1) open.pop()
      depth -= 1
      if (skipped > 0) skipped -= 1
    },
    ontext(piece) {
      if (skipped === 0) open.at(-1)!.push(normaliseText(piece))
    },
  })
  try {
    parser.end(text)
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error
    return { root, isWhole: false }
  }
  return { root, isWhole: true }
}

class TooDeep extends Error {}

function elementOf(
  name: string,
  attributes: Readonly<Record<string, string>>,
  { children, line }: { children: XmlNode[]; line: number },
): XmlElement {
  const kept = Object.entries(attributes)
  return {
    name,
    uri: '',
    attributes: kept.map(([key, value]) => ({ name: key, uri: '', value: normaliseText(value) })),
    children,
    line,
  }
}
