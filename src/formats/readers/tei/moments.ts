import { placeMoments, type Moments } from '../../parsing/moments/moments.ts'
import { parseClockTime } from '../../parsing/cues/clock-time.ts'
import { attributeOf, descendantsOf, elementsOf, type XmlElement } from '../../parsing/xml/tree.ts'

const units: Readonly<Record<string, number>> = { ms: 1 / 1000, s: 1, min: 60, h: 3600 }

/** The id in a reference such as `#T1`. */
export function idReferred(reference: string): string {
  return reference.slice(reference.indexOf('#') + 1)
}

/** The moments of a `timeline`: each `when` counts from the one it names in `since`, else from the origin. */
export function readTeiMoments(root: XmlElement): Moments {
  const whens = descendantsOf(root, 'timeline').flatMap((timeline) =>
    elementsOf(timeline, 'when').map((when) => ({
      id: attributeOf(when, 'id') ?? '',
      since: idReferred(attributeOf(when, 'since') ?? ''),
      interval: intervalOf(when, attributeOf(timeline, 'unit')),
      absolute: absoluteOf(when),
    })),
  )
  // a moment that counts from itself, or has no interval, is the origin
  const bases = new Map(
    whens
      .filter(({ id, since, interval }) => interval !== null && since !== id)
      .map((when) => [when.id, when]),
  )
  const known = new Map<string, number | null>()
  for (const when of whens) {
    const chain = new Set<(typeof whens)[number]>([when])
    let base = bases.get(when.since)
    while (base !== undefined && !chain.has(base) && !known.has(base.id)) {
      chain.add(base)
      base = bases.get(base.since)
    }
    let time = base === undefined ? 0 : (known.get(base.id) ?? 0)
    for (const each of [...chain].reverse()) {
      if (each.interval !== null) time = Math.round((time + each.interval) * 1e6) / 1e6
      known.set(each.id, each.interval === null ? each.absolute : time)
    }
  }
  const marks = whens.map(({ id }) => [id, known.get(id) ?? null] as const)
  // the origin is often written without a time
  const [first] = marks
  if (first !== undefined && first[1] === null) marks[0] = [first[0], 0]
  return placeMoments(marks)
}

function intervalOf(when: XmlElement, unit: string | undefined): number | null {
  const interval = Number(attributeOf(when, 'interval') ?? Number.NaN)
  const scale = units[attributeOf(when, 'unit') ?? unit ?? 's'] ?? 1
  return Number.isFinite(interval) && interval >= 0 ? interval * scale : null
}

function absoluteOf(when: XmlElement): number | null {
  const absolute = parseClockTime(attributeOf(when, 'absolute') ?? '')
  return absolute !== null && absolute >= 0 ? absolute : null
}
