import type { ProblemTally } from '#transcript/problem-tally.ts'
import { attributeOf, elementsOf, type XmlElement } from '../../parsing/xml/tree.ts'
import { parseTimeExpression, type Rates } from './time-expression.ts'

/** When an element is shown, in seconds from the start of the recording. */
export interface TtmlInterval {
  readonly start: number
  /** `null` if nothing ends it. */
  readonly end: number | null
  /** The element or an ancestor has a time; otherwise the interval is the whole recording. */
  readonly isDeclared: boolean
}

export interface Around {
  readonly interval: TtmlInterval
  /** The end of the last child, in a `timeContainer="seq"`. */
  readonly cursor: number | null
}

export interface TtmlClock {
  place(element: XmlElement, around: Around): TtmlInterval
}

export const always: TtmlInterval = { start: 0, end: null, isDeclared: false }

export function hasTimeAttributes(element: XmlElement): boolean {
  return element.attributes.some(
    ({ name, uri }) => uri === '' && (name === 'begin' || name === 'end' || name === 'dur'),
  )
}

export function isSequence(element: XmlElement): boolean {
  return attributeOf(element, 'timeContainer') === 'seq'
}

/**
 * Resolves times (https://www.w3.org/TR/ttml2/#timing-semantics): an element's times count from the begin of its
 * parent, or in a sequence from the end of its previous sibling. Apple and some converters count all times from the
 * start of the recording instead; the clock chooses the interpretation in which more elements lie within their parents.
 */
export function createTtmlClock(body: XmlElement, rates: Rates, tally: ProblemTally): TtmlClock {
  const isAbsolute = countsFromStart(body, rates)
  const timeOf = (element: XmlElement, name: string): number | null => {
    const written = attributeOf(element, name)
    if (written === undefined) return null
    const time = parseTimeExpression(written, rates)
    if (time === null) tally.count('time-unreadable', element.line)
    return time
  }
  return {
    place(element, { interval, cursor }) {
      if (!hasTimeAttributes(element))
        return cursor === null ? interval : { ...interval, start: cursor }
      const origin = isAbsolute ? 0 : (cursor ?? interval.start)
      const begin = timeOf(element, 'begin')
      const start = begin === null ? (cursor ?? interval.start) : sum(origin, begin)
      const end = timeOf(element, 'end')
      const dur = timeOf(element, 'dur')
      const ends = [
        ...(end === null ? [] : [sum(origin, end)]),
        ...(dur === null ? [] : [sum(start, dur)]),
        // a child that begins after its parent's end would never be shown; it is kept, without that end
        ...(interval.end === null || interval.end <= start ? [] : [interval.end]),
      ]
      // an unreadable begin is not a time of 0
      const isDeclared = begin !== null || attributeOf(element, 'begin') === undefined
      return { start, end: ends.length === 0 ? null : Math.min(...ends), isDeclared }
    },
  }
}

/** Adds in nanoseconds, finer than any file, so that 1.1 s and 2.2 s are 3.3 s. */
function sum(time: number, more: number): number {
  return time === 0 ? more : Math.round((time + more) * 1e9) / 1e9
}

function countsFromStart(body: XmlElement, rates: Rates): boolean {
  let absolute = 0
  let relative = 0
  const visit = (element: XmlElement, around: { begin: number; end: number } | null) => {
    const written = (name: string) => parseTimeExpression(attributeOf(element, name) ?? '', rates)
    const begin = written('begin')
    if (begin !== null && around !== null) {
      const fitsAbsolute = begin >= around.begin && begin < around.end
      const fitsRelative = around.begin + begin < around.end
      if (fitsAbsolute && (!fitsRelative || begin === around.begin)) absolute += 1
      if (fitsRelative && !fitsAbsolute) relative += 1
    }
    const end = written('end') ?? Infinity
    const next = begin === null ? around : begin > 0 ? { begin, end } : null
    for (const child of elementsOf(element)) visit(child, isSequence(element) ? null : next)
  }
  visit(body, null)
  return absolute > relative
}
