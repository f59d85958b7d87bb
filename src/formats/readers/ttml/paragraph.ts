import type { ProblemTally } from '#transcript/problem-tally.ts'
import { languageTag } from '../../parsing/language-tag.ts'
import { attributeOf, elementsOf, textIn, type XmlElement } from '../../parsing/xml/tree.ts'
import { hasTimeAttributes, isSequence, type TtmlClock, type TtmlInterval } from './clock.ts'
import type { TtmlBlock, TtmlStamp } from './lines.ts'
import { attributeIn, isCore, isMetadata, unitOf } from './names.ts'

/** Values inherited from ancestors. */
export interface Inherited {
  readonly interval: TtmlInterval
  readonly agent: string | undefined
  readonly language: string | undefined
  readonly isPreserved: boolean
}

export function inherit(element: XmlElement, around: Inherited, interval: TtmlInterval): Inherited {
  const space = element.attributes.find(
    ({ name, uri }) => name === 'space' && uri.endsWith('/namespace'),
  )
  const lang = element.attributes.find(
    ({ name, uri }) => name === 'lang' && uri.endsWith('/namespace'),
  )
  return {
    interval,
    agent: attributeIn(element, 'metadata', 'agent') ?? around.agent,
    language: lang === undefined ? around.language : languageTag(lang.value),
    isPreserved: space === undefined ? around.isPreserved : space.value === 'preserve',
  }
}

/** TTML elements without text. */
const skippedElements = new Set([
  'metadata',
  'set',
  'animate',
  'audio',
  'region',
  'style',
  'layout',
])

/** The blocks of a paragraph, in the order of their first text. */
export function blocksOf(
  paragraph: XmlElement,
  inherited: Inherited,
  { clock, tally }: { clock: TtmlClock; tally: ProblemTally },
): TtmlBlock[] {
  const blocks: TtmlBlock[] = []
  const begin = (element: XmlElement, own: TtmlInterval | null, has: Inherited): TtmlBlock => {
    const { agent, language, interval } = has
    const block = { own, around: interval, agent, language, line: element.line, pieces: [] }
    blocks.push(block)
    return block
  }

  const visit = (
    element: XmlElement,
    has: Inherited,
    block: TtmlBlock,
    stamp: TtmlStamp | null,
  ) => {
    let cursor = isSequence(element) ? has.interval.start : null
    for (const child of element.children) {
      if (typeof child === 'string') {
        block.pieces.push({ text: child, isPreserved: has.isPreserved, stamp })
        continue
      }
      if (!isCore(child)) {
        countNotShown(child, tally)
      } else if (child.name === 'br') {
        block.pieces.push({ text: '\n', isPreserved: true, stamp })
      } else if (child.name === 'span' && isLeftOut(child)) {
        if (roleOf(child) !== '') tally.count('ttml-translated', child.line)
        else if (textIn(child).trim() !== '') tally.count('ttml-ruby', child.line)
      } else if (!skippedElements.has(child.name)) {
        const interval = clock.place(child, { interval: has.interval, cursor })
        const inside = inherit(child, has, interval)
        const isTimed = hasTimeAttributes(child)
        const isGroup = hasTimedInside(child)
        const isOther = inside.agent !== has.agent || roleOf(child) === 'x-bg'
        const isBlock = isOther || (isGroup && (isTimed || unitOf(child) === 'sentence'))
        const next = isBlock ? begin(child, isTimed ? interval : null, inside) : block
        const isStamp = isTimed && !isGroup
        const mark = { interval, line: child.line, isWord: unitOf(child) === 'word' }
        visit(child, inside, next, isStamp ? mark : stamp)
        if (cursor !== null) cursor = interval.end ?? interval.start
      }
    }
  }
  const own = hasTimeAttributes(paragraph) ? inherited.interval : null
  visit(paragraph, inherited, begin(paragraph, own, inherited), null)
  return blocks.filter(
    ({ pieces }) => blocks.length === 1 || pieces.some(({ text }) => text.trim() !== ''),
  )
}

/** Counts an element that is not part of the text, if it has any. */
export function countNotShown(element: XmlElement, tally: ProblemTally): void {
  if (textIn(element).trim() === '') return
  tally.count(isMetadata(element) ? 'ttml-described' : 'ttml-foreign', element.line)
}

/** Whether a span is not shown: ruby annotations, and Apple Music's translations after a line. */
function isLeftOut(span: XmlElement): boolean {
  const ruby = attributeIn(span, 'styl', 'ruby')
  if (ruby === 'text' || ruby === 'textContainer' || ruby === 'delimiter') return true
  return roleOf(span) === 'x-translation' || roleOf(span) === 'x-roman'
}

function roleOf(span: XmlElement): string {
  return attributeOf(span, 'role') ?? ''
}

function hasTimedInside(element: XmlElement): boolean {
  return elementsOf(element).some((child) => hasTimeAttributes(child) || hasTimedInside(child))
}
