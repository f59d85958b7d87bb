import { isTimed } from '#transcript/transcript.ts'
import type { Segment, Transcript } from '#transcript/transcript.ts'

/** Seconds: where the shifts on both sides differ by no more, the old time and that shift tell the time. */
const sameShift = 1
/** Seconds. */
const shortestCue = 0.5

/**
 * Keeps the cues of which nothing was heard, in a format that cannot hold a cue without a time: at the time they had,
 * moved as their neighbours were, or else between these. `old`: the transcript with the times it had. Returns how many
 * were kept so.
 */
export function withUnheardCues(
  timed: Transcript,
  old: Transcript,
): { transcript: Transcript; kept: number } {
  let kept = 0
  const segments = [...timed.segments]
  for (const [at, segment] of segments.entries()) {
    if (isTimed(segment) || !isTimed(old.segments[at]!)) continue
    const place = placeOf(at, segments, old.segments)
    if (!place) continue
    kept++
    segments[at] = { ...segment, ...place }
  }
  return { transcript: { ...timed, segments }, kept }
}

function placeOf(
  at: number,
  timed: readonly Segment[],
  old: readonly Segment[],
): { start: number; end: number } | null {
  const isAnchor = (segment: Segment, index: number) => isTimed(segment) && isTimed(old[index]!)
  const before = timed.slice(0, at).findLastIndex(isAnchor)
  const following = timed.findIndex((segment, index) => index > at && isAnchor(segment, index))
  const shiftOf = (index: number) =>
    index === -1 ? null : timed[index]!.start! - old[index]!.start!
  const [shiftBefore, shiftAfter] = [shiftOf(before), shiftOf(following)]
  const shift = shiftBefore ?? shiftAfter
  if (shift === null) return null
  const length = Math.max(shortestCue, old[at]!.end! - old[at]!.start!)
  const isSame = Math.abs((shiftBefore ?? shift) - (shiftAfter ?? shift)) <= sameShift
  const between = before === -1 ? 0 : timed[before]!.end!
  const start = Math.max(0, isSame ? old[at]!.start! + shift : between)
  const next = following === -1 ? Infinity : timed[following]!.start!
  const end = isSame
    ? start + length
    : Math.min(start + length, Math.max(next, start + shortestCue))
  return { start, end }
}
