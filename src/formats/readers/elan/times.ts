import type { ProblemTally } from '#transcript/problem-tally.ts'
import type { ElanAnnotation, ElanTier } from './document.ts'

export interface Timed {
  readonly annotation: ElanAnnotation
  /** Seconds. */
  readonly start: number | null
  readonly end: number | null
  readonly isEstimated: boolean
}

interface Moment {
  readonly time: number
  readonly isEstimated: boolean
}

/**
 * Computes the times of annotations. Slots without a value are placed at even steps between the nearest slots of the
 * tier that have one, as in ELAN. Annotations without slots have the times of their parent.
 */
export function createTimes(
  tiers: readonly ElanTier[],
  slots: ReadonlyMap<string, number | null>,
  tally: ProblemTally,
): (annotation: ElanAnnotation) => Timed {
  const moments = new Map<string, Moment>()
  for (const [id, ms] of slots) {
    if (ms !== null) moments.set(id, { time: ms / 1000, isEstimated: false })
  }
  for (const tier of tiers) fillGaps(slotsInOrder(tier), moments)
  const byId = new Map(
    tiers.flatMap(({ annotations }) =>
      annotations.map((annotation) => [annotation.id, annotation]),
    ),
  )
  return (annotation) => {
    const aligned = alignedOf(annotation, byId, tally)
    const begin = aligned === null ? undefined : moments.get(aligned[0])
    const end = aligned === null ? undefined : moments.get(aligned[1])
    const isEstimated = begin?.isEstimated === true || end?.isEstimated === true
    return { annotation, start: begin?.time ?? null, end: end?.time ?? null, isEstimated }
  }
}

function slotsInOrder({ annotations }: ElanTier): string[] {
  const order: string[] = []
  for (const { slots } of annotations) {
    for (const slot of slots ?? []) if (slot !== order.at(-1)) order.push(slot)
  }
  return order
}

function fillGaps(order: readonly string[], moments: Map<string, Moment>): void {
  let known = -1
  for (const [at, id] of order.entries()) {
    const moment = moments.get(id)
    if (moment === undefined) continue
    const from = moments.get(order[known] ?? '')
    if (from !== undefined && moment.time >= from.time) {
      const step = (moment.time - from.time) / (at - known)
      for (let gap = known + 1; gap < at; gap += 1) {
        const time = from.time + step * (gap - known)
        moments.set(order[gap]!, { time, isEstimated: true })
      }
    }
    known = at
  }
}

/** The slots of an annotation or of its nearest ancestor that has them; `null` if the references form a cycle. */
function alignedOf(
  annotation: ElanAnnotation,
  byId: ReadonlyMap<string, ElanAnnotation>,
  tally: ProblemTally,
): readonly [string, string] | null {
  const seen = new Set<ElanAnnotation>()
  let current: ElanAnnotation | undefined = annotation
  while (current !== undefined && current.slots === null) {
    // tier hierarchies are never this deep
    if (seen.has(current) || seen.size > 64) {
      tally.count('elan-cycle', annotation.line)
      return null
    }
    seen.add(current)
    current = current.ref === undefined ? undefined : byId.get(current.ref)
  }
  return current?.slots ?? null
}
