import type { Moment, Moments } from '../../parsing/moments/moments.ts'
import type { Phrase } from '../../parsing/words/compose-phrases.ts'
import { attributeOf, childOf, textIn, type XmlElement } from '../../parsing/xml/tree.ts'
import { idReferred } from './moments.ts'

/** Elements whose text is not spoken. */
const silent = new Set(['note', 'spanGrp', 'sic', 'desc', 'fs'])

/**
 * The pieces of an utterance between its anchors. `around` is the block that gives its times. Pauses are written
 * `(.)` and `(0.5)`, other sounds as `((laughs))`.
 */
export function phrasesOf(u: XmlElement, around: XmlElement | null, timeline: Moments): Phrase[] {
  const refer = (element: XmlElement, name: string): Moment | undefined => {
    const reference = attributeOf(element, name)
    return reference === undefined ? undefined : timeline.get(idReferred(reference))
  }
  const momentOf = (name: string) =>
    refer(u, name) ?? (around === null ? undefined : refer(around, name))
  const phrases: Phrase[] = []
  let start = momentOf('start')
  let text = ''
  const close = (end: Moment | undefined) => {
    const isEstimated = start?.isEstimated === true || end?.isEstimated === true
    if (text.trim() !== '') {
      phrases.push({ text, start: start?.time ?? null, end: end?.time ?? null, isEstimated })
    }
    start = end ?? start
    text = ''
  }
  const add = (word: string, isApart: boolean) => {
    const isFirst = text === '' && phrases.length === 0
    text += isFirst || !isApart || /\s$/.test(text) ? word : ` ${word}`
  }
  const visit = (element: XmlElement) => {
    for (const child of element.children) {
      if (typeof child === 'string') text += child
      else if (child.name === 'anchor') close(refer(child, 'synch'))
      else if (child.name === 'w') add(textIn(child).replace(/\s+/g, ''), true)
      else if (child.name === 'pc') {
        text = text.trimEnd()
        add(textIn(child).trim(), false)
      } else {
        const sign = signOf(child)
        if (sign !== '') add(`${sign} `, true)
        else if (!silent.has(child.name)) visit(child)
      }
    }
  }
  visit(u)
  close(momentOf('end'))
  return phrases
}

/** Whether an element describes what is heard or seen and not spoken. */
export function isNonverbal({ name }: XmlElement): boolean {
  return name === 'vocal' || name === 'incident' || name === 'kinesic'
}

function signOf(element: XmlElement): string {
  if (element.name === 'pause') {
    const duration = /(\d+(?:\.\d+)?)/.exec(attributeOf(element, 'dur') ?? '')?.[1]
    return duration === undefined ? '(.)' : `(${duration})`
  }
  if (!isNonverbal(element)) return ''
  const what = textIn(childOf(element, 'desc') ?? element)
    .replace(/\s+/g, ' ')
    .trim()
  return what === '' ? '' : `((${what}))`
}
