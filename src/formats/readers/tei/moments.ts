import { placeMoments, type Moments } from '../../parsing/moments/moments.ts'
import { parseClockTime } from '../../parsing/cues/clock-time.ts'
import { attributeOf, descendantsOf, elementsOf, type XmlElement } from '../../parsing/xml/tree.ts'

const units: Readonly<Record<string, number>> = { ms: 1 / 1000, s: 1, min: 60, h: 3600 }

interface When {
  readonly id: string
  /** The id of the moment from which it counts; may be empty. */
  readonly since: string
  /** Seconds. */
  readonly interval: number | null
  readonly absolute: number | null
}

/** From here on, the first of absolute times is that of a clock, seconds. */
const earliestClock = 3600

/** The id in a reference such as `#T1`. */
export function idReferred(reference: string): string {
  return reference.slice(reference.indexOf('#') + 1)
}

/**
 * The moments of a `timeline`: each `when` counts from the one it names in `since`, else from the origin. Where a file has
 * such intervals, its absolute times are those of a clock and count from that of the origin.
 */
export function readTeiMoments(root: XmlElement): Moments {
  const whens: When[] = descendantsOf(root, 'timeline').flatMap((timeline) =>
    elementsOf(timeline, 'when').map((when) => ({
      id: attributeOf(when, 'id') ?? '',
      since: idReferred(attributeOf(when, 'since') ?? ''),
      interval: intervalOf(when, attributeOf(timeline, 'unit')),
      absolute: absoluteOf(when),
    })),
  )
  const timeOf = clockOf(whens)
  const known = new Map<string, number | null>()
  const counted = new Map<string, When & { readonly interval: number }>()
  const selfCounted = new Set<string>()
  for (const when of whens) {
    const { id, since, interval } = when
    if (since === id) selfCounted.add(id)
    if (interval === null) known.set(id, timeOf(when))
    else counted.set(id, { ...when, interval })
  }
  for (const when of counted.values()) {
    // from the moment back to those it counts from, unless they count in a circle
    const chain = new Set<typeof when>()
    let base: typeof when | undefined = when
    while (base !== undefined && !chain.has(base) && !known.has(base.id)) {
      chain.add(base)
      base = selfCounted.has(base.since) ? undefined : counted.get(base.since)
    }
    const back = [...chain].reverse()
    const first = back[0]
    // a moment that counts from itself counts from the origin, as do those that count from it
    let time =
      first === undefined || selfCounted.has(first.since) ? 0 : (known.get(first.since) ?? 0)
    for (const { id, interval } of back) {
      time = Math.round((time + interval) * 1e6) / 1e6
      known.set(id, time)
    }
  }
  return placeMoments(whens.map(({ id }) => [id, known.get(id) ?? null] as const))
}

/** The time in seconds of a moment without an interval. */
function clockOf(whens: readonly When[]): (when: When) => number | null {
  const referred = new Set(whens.map(({ since }) => since))
  const isReferred = ({ id, interval }: When) => interval === null && referred.has(id)
  const hasIntervals = whens.some(({ interval }) => interval !== null)
  const origin = (hasIntervals ? whens.find(isReferred) : undefined) ?? whens[0]
  const first = origin?.absolute ?? null
  // without intervals, early times are those of the recording
  const moved = hasIntervals || (first ?? 0) >= earliestClock ? first : 0
  return (when) => {
    const { absolute } = when
    if (absolute !== null && moved !== null && absolute >= moved) return absolute - moved
    // the origin is often written without a time
    return when === whens[0] || isReferred(when) ? 0 : null
  }
}

function intervalOf(when: XmlElement, unit: string | undefined): number | null {
  const interval = Number(attributeOf(when, 'interval') ?? Number.NaN)
  const scale = units[attributeOf(when, 'unit') ?? unit ?? 's'] ?? 1
  return Number.isFinite(interval) && interval >= 0 ? interval * scale : null
}

function absoluteOf(when: XmlElement): number | null {
  const written = attributeOf(when, 'absolute') ?? ''
  const clock = written.replace(/^\d{4}-\d\d-\d\dT/, '').replace(/(?:Z|[-+]\d\d:\d\d)$/, '')
  const absolute = parseClockTime(clock)
  return absolute !== null && absolute >= 0 ? absolute : null
}
