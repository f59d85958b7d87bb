import { lineFrom } from '#alignment/known-timing.ts'
import type { SegmentSpan } from '#alignment/script-of-transcript.ts'
import type { Anchor } from '#alignment/script.ts'
import type { TimeAnchor } from '#state/alignment-slice.ts'

type Place = Pick<SegmentSpan, 'segment' | 'from'>

/** In order of the text: below 0 where `a` stands before `b`. */
export const comparePositions = (a: Place, b: Place) => a.segment - b.segment || a.from - b.from

/** Adds an anchor. Those that it contradicts, by time or place, are gone: the newest word counts. */
export function withAnchor(
  anchors: readonly TimeAnchor[],
  added: TimeAnchor,
): readonly TimeAnchor[] {
  const agreeing = anchors.filter((anchor) => {
    const order = comparePositions(anchor, added)
    return order < 0 ? anchor.time < added.time : order > 0 && anchor.time > added.time
  })
  return [...agreeing, added].sort(comparePositions)
}

/** As an alignment takes them. The script must have been cut at their places. */
export const anchorsInScript = (
  anchors: readonly TimeAnchor[],
  places: readonly SegmentSpan[],
): Anchor[] => anchors.map((anchor) => ({ line: lineFrom(places, anchor), time: anchor.time }))

/** A part of the text between two anchors, and the part of the recording in which it is spoken. */
export interface AnchorInterval {
  readonly from: Place
  readonly to: Place
  /** Seconds. */
  readonly start: number
  readonly end: number
}

/** The part round an anchor, from the one before it to the one after; `whole` is what there is without any. */
export function intervalAround(
  anchors: readonly TimeAnchor[],
  { around, whole }: { around: Place; whole: AnchorInterval },
): AnchorInterval {
  const inside = anchors.filter(
    (anchor) => comparePositions(anchor, whole.from) >= 0 && comparePositions(anchor, whole.to) < 0,
  )
  const before = inside.findLast((anchor) => comparePositions(anchor, around) < 0)
  const after = inside.find((anchor) => comparePositions(anchor, around) > 0)
  return {
    from: before ?? whole.from,
    to: after ?? whole.to,
    start: before?.time ?? whole.start,
    end: after?.time ?? whole.end,
  }
}

export const isInInterval = (place: Place, { from, to }: AnchorInterval) =>
  comparePositions(place, from) >= 0 && comparePositions(place, to) < 0
