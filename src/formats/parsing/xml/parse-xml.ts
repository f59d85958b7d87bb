import { SaxesParser, type SaxesTagNS } from 'saxes'
import type { Problem } from '#transcript/problem.ts'
import { normaliseText } from '../encoding/normalise-text.ts'
import { repairSigns } from './repair-signs.ts'
import type { XmlElement, XmlNode } from './tree.ts'

/**
 * The deepest nesting that is read. Up to here a recursive walk of the tree is safe; deeper nesting is an attack or an
 * error.
 */
export const deepestElement = 64

export interface XmlDocument {
  /** `null` if nothing could be read; then the first problem is the error. */
  readonly root: XmlElement | null
  readonly problems: Problem[]
}

/** Errors of saxes after which tags and text are still told apart, so parsing continues. */
const toleratedErrors =
  /undefined entity|entity name|character entity|disallowed character\.$|in char data|duplicate attribute|must be bound|malformed name|undefine prefix|XML declaration|version number|encoding value|standalone value|whitespace required|text data outside|of the document|processing instruction/

interface Open {
  readonly name: string
  readonly children: XmlNode[]
}

/**
 * Parses XML with namespaces. If the file is damaged, everything before the damage is read, and a problem says where it
 * begins. Entities are the five of XML, numeric ones and, with a problem, those of HTML. A DTD with declarations is refused before they take effect; a
 * DTD that only has an external identifier is not loaded. `name` is the file's name in messages.
 */
export function parseXml(text: string, name: string): XmlDocument {
  const lead = text.length - text.trimStart().length
  const linesBefore = text.slice(0, lead).split('\n').length - 1
  const repaired = repairSigns(text, name)
  const parser = new SaxesParser({
    xmlns: true,
    resolvePrefix: (prefix: string) => (prefix === '' ? '' : `unbound:${prefix}`),
  })
  const lineNow = () => parser.line + linesBefore
  const open: Open[] = []
  let root: XmlElement | null = null
  let stopped: Problem | null = null
  let line = 1
  const stop = (problem: Problem): never => {
    stopped ??= problem
    throw new Stop()
  }

  parser.on('opentagstart', () => {
    line = lineNow()
  })
  parser.on('opentag', (tag) => {
    if (open.length >= deepestElement) stop(tooDeep(name, line))
    const children: XmlNode[] = []
    const element = elementOf(tag, children, line)
    open.at(-1)?.children.push(element)
    root ??= element
    open.push({ name: tag.name, children })
  })
  parser.on('closetag', () => {
    open.pop()
  })
  const addText = (found: string) => {
    if (found !== '') open.at(-1)?.children.push(normaliseText(found))
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('doctype', (declarations) => {
    if (declarations.includes('[')) stop(hasDtd(name, lineNow()))
  })
  parser.on('error', (error) => {
    // messages of saxes are `line:column: reason.`
    const reason = error.message.replace(/^(?:\d+:\d+: )/, '')
    if (toleratedErrors.test(reason)) return
    stop(damaged(name, lineNow(), /unclosed|unexpected end/.test(reason)))
  })

  try {
    parser.write(repaired.text.slice(lead)).close()
  } catch (error) {
    if (!(error instanceof Stop)) throw error
  }
  const problem = stopped as Problem | null
  if (problem?.severity === 'error') return { root: null, problems: [problem] }
  if (root === null) return { root, problems: [noXml(name)] }
  return { root, problems: [...repaired.problems, ...(problem === null ? [] : [problem])] }
}

/** Thrown to stop saxes, which has only callbacks. */
class Stop extends Error {}

function elementOf(tag: SaxesTagNS, children: XmlNode[], line: number): XmlElement {
  const attributes = Object.values(tag.attributes)
    .filter(({ prefix }) => prefix !== 'xmlns')
    .map(({ local, uri, value }) => ({ name: local, uri, value: normaliseText(value) }))
  return { name: tag.local, uri: tag.uri, attributes, children, line }
}

function hasDtd(name: string, line: number): Problem {
  return {
    code: 'xml-dtd',
    severity: 'error',
    message: `${name} contains a DTD with declarations (line ${line.toLocaleString('en')}), which is not read because it can be harmful. Remove the <!DOCTYPE …> and open the file again.`,
    line,
  }
}

function tooDeep(name: string, line: number): Problem {
  return {
    code: 'xml-too-deep',
    severity: 'warning',
    message: `${name} nests more than ${deepestElement} elements inside each other at line ${line.toLocaleString('en')}; only the text before them was read.`,
    line,
  }
}

function damaged(name: string, line: number, isCut: boolean): Problem {
  return {
    code: isCut ? 'xml-truncated' : 'xml-damaged',
    severity: 'warning',
    message: `${name} ${isCut ? 'is cut off' : 'is damaged'} at line ${line.toLocaleString('en')}; the text before it was read. Export or download it again to get the rest.`,
    line,
  }
}

function noXml(name: string): Problem {
  return {
    code: 'xml-missing',
    severity: 'error',
    message: `${name} is not XML, so it cannot be read as this format. Choose another format.`,
  }
}
