import { lineFrom } from '#alignment/known-timing.ts'
import type { Anchor } from '#alignment/script.ts'
import type { AlignmentPart } from '#state/alignment.ts'
import type { TimeAnchor } from '#transcript/found-timing.ts'
import { comparePositions } from '#transcript/position.ts'
import type { TranscriptPosition, TranscriptSpan } from '#transcript/position.ts'

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
  places: readonly TranscriptSpan[],
): Anchor[] => anchors.map((anchor) => ({ line: lineFrom(places, anchor), time: anchor.time }))

/** The part around an anchor, from the one before it to the one after; `whole` is what there is without any. */
export function partBetween(
  anchors: readonly TimeAnchor[],
  { around, whole }: { around: TranscriptPosition; whole: AlignmentPart },
): AlignmentPart {
  const inside = anchors.filter(
    (anchor) => comparePositions(anchor, whole.from) >= 0 && comparePositions(anchor, whole.to) < 0,
  )
  const before = inside.findLast((anchor) => comparePositions(anchor, around) < 0)
  const after = inside.find((anchor) => comparePositions(anchor, around) > 0)
  return {
    from: positionOf(before ?? whole.from),
    to: positionOf(after ?? whole.to),
    start: before?.time ?? whole.start,
    end: after?.time ?? whole.end,
  }
}

export const isInPart = (position: TranscriptPosition, { from, to }: AlignmentPart): boolean =>
  comparePositions(position, from) >= 0 && comparePositions(position, to) < 0

const positionOf = ({ segment, offset }: TranscriptPosition): TranscriptPosition => ({
  segment,
  offset,
})
