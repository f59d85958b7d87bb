import { nothingKnown } from '#alignment/known-timing.ts'
import type { KnownTiming } from '#alignment/known-timing.ts'
import type { PlacedScript } from '#alignment/script-of-transcript.ts'
import { isTimed } from '#transcript/transcript.ts'
import type { Transcript } from '#transcript/transcript.ts'
import type { KnownTimes } from './packed-times.ts'
import type { TimeAnchor } from '#state/alignment-slice.ts'
import { intervalAround, comparePositions, isInInterval } from './anchors.ts'
import type { AnchorInterval } from './anchors.ts'

/** Seconds of sound on either side of an anchor that it can change, where no other anchor is nearer. */
const reach = 90

/** What an anchor may change: between the anchors beside it, and not farther than lines that are sure of their time. */
export function intervalWithEdges(
  anchor: TimeAnchor,
  { timing, shown }: { timing: Pick<KnownTimes, 'anchors' | 'duration'>; shown: Transcript },
): AnchorInterval {
  const { segments } = shown
  const before = segments[anchor.segment]?.start ?? anchor.time
  const [earliest, latest] = [
    Math.min(before, anchor.time) - reach,
    Math.max(before, anchor.time) + reach,
  ]
  const isSure = (at: number) => isTimed(segments[at]!) && segments[at]!.issues === undefined
  let first = anchor.segment
  while (first > 0 && !(isSure(first) && segments[first]!.start! < earliest)) first--
  let last = anchor.segment + 1
  while (last < segments.length && !(isSure(last) && segments[last]!.start! > latest)) last++
  const whole: AnchorInterval = {
    from: { segment: first, from: 0 },
    to: { segment: last, from: 0 },
    start: first > 0 ? segments[first]!.start! : 0,
    end: segments[last]?.start ?? timing.duration,
  }
  return intervalAround(timing.anchors, { around: anchor, whole })
}

/** The lines of a script that stand in a part of the text. */
export function linesBetween({ script, places }: PlacedScript, part: AnchorInterval): PlacedScript {
  const first = places.findIndex((place) => isInInterval(place, part))
  if (first === -1) return { script: { ...script, lines: [] }, places: [] }
  const behind = places.findIndex((place, at) => at > first && !isInInterval(place, part))
  const end = behind === -1 ? places.length : behind
  return {
    script: { ...script, lines: script.lines.slice(first, end) },
    places: places.slice(first, end),
  }
}

/** What is known, save of a part of the text. */
export function knownOutside(known: KnownTiming, part: AnchorInterval): KnownTiming {
  const isOutside = ({ line, from }: { line: number; from: number }) =>
    !isInInterval({ segment: line, from }, part)
  return { ...known, words: known.words.filter(isOutside), issues: known.issues.filter(isOutside) }
}

/** What is known of the text up to where nothing is decided; a part may have reached beyond that. */
export function knownBeforeUndecided(known: KnownTiming): KnownTiming {
  const isBefore = ({ line, from }: { line: number; from: number }) =>
    comparePositions({ segment: line, from }, known.undecided) < 0
  return { ...known, words: known.words.filter(isBefore), issues: known.issues.filter(isBefore) }
}

/** What is known outside a part and what was found in it, in order of the text. */
export function knownWithPart(outside: KnownTiming, inside: KnownTiming): KnownTiming {
  const inOrder = <T extends { line: number; from: number }>(a: readonly T[], b: readonly T[]) =>
    [...a, ...b].sort((one, other) =>
      comparePositions({ ...one, segment: one.line }, { ...other, segment: other.line }),
    )
  return {
    ...outside,
    words: inOrder(outside.words, inside.words),
    issues: inOrder(outside.issues, inside.issues),
  }
}

export const noTimes = (keepsWritten: boolean): Omit<KnownTimes, 'duration'> => ({
  known: nothingKnown,
  anchors: [],
  isComplete: false,
  keepsWritten,
  language: null,
})
