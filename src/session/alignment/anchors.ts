import { lineFrom } from '#alignment/known-timing.ts'
import type { SegmentSpan } from '#alignment/script-of-transcript.ts'
import type { Anchor } from '#alignment/script.ts'
import type { TimeAnchor } from '#state/alignment-slice.ts'

type Place = Pick<SegmentSpan, 'segment' | 'from'>

/** In order of the text: below 0 where `a` stands before `b`. */
export const comparePlaces = (a: Place, b: Place) => a.segment - b.segment || a.from - b.from

/** Adds an anchor. Those that it contradicts, by time or place, are gone: the newest word counts. */
export function withAnchor(
  anchors: readonly TimeAnchor[],
  added: TimeAnchor,
): readonly TimeAnchor[] {
  const agreeing = anchors.filter((anchor) => {
    const order = comparePlaces(anchor, added)
    return order < 0 ? anchor.time < added.time : order > 0 && anchor.time > added.time
  })
  return [...agreeing, added].sort(comparePlaces)
}

/** As an alignment takes them. The script must have been cut at their places. */
export const anchorsInScript = (
  anchors: readonly TimeAnchor[],
  places: readonly SegmentSpan[],
): Anchor[] => anchors.map((anchor) => ({ line: lineFrom(places, anchor), time: anchor.time }))

/** A part of the text between two anchors, and the part of the recording in which it is spoken. */
export interface Between {
  readonly from: Place
  readonly to: Place
  /** Seconds. */
  readonly start: number
  readonly end: number
}

/** The part round an anchor, from the one before it to the one after; `whole` is what there is without any. */
export function betweenAnchors(
  anchors: readonly TimeAnchor[],
  { around, whole }: { around: Place; whole: Between },
): Between {
  const inside = anchors.filter(
    (anchor) => comparePlaces(anchor, whole.from) >= 0 && comparePlaces(anchor, whole.to) < 0,
  )
  const before = inside.findLast((anchor) => comparePlaces(anchor, around) < 0)
  const after = inside.find((anchor) => comparePlaces(anchor, around) > 0)
  return {
    from: before ?? whole.from,
    to: after ?? whole.to,
    start: before?.time ?? whole.start,
    end: after?.time ?? whole.end,
  }
}

export const isBetween = (place: Place, { from, to }: Between) =>
  comparePlaces(place, from) >= 0 && comparePlaces(place, to) < 0
