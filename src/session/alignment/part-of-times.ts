import type { PlacedScript } from '#alignment/script-of-transcript.ts'
import type { AlignmentPart } from '#state/alignment.ts'
import type { FoundTimes, KnownTiming, TimeAnchor } from '#transcript/found-timing.ts'
import { comparePositions, startOfSpan } from '#transcript/position.ts'
import type { TranscriptSpan } from '#transcript/position.ts'
import { isTimed } from '#transcript/transcript.ts'
import type { Transcript } from '#transcript/transcript.ts'
import { isInPart, partBetween } from './anchors.ts'

/** Seconds of sound on either side of an anchor that it can change, where no other anchor is nearer. */
const reach = 90

/** What an anchor may change: between the anchors beside it, and not farther than lines that are sure of their time. */
export function partAround(
  anchor: TimeAnchor,
  {
    anchors,
    duration,
    shown,
  }: { anchors: readonly TimeAnchor[]; duration: number; shown: Transcript },
): AlignmentPart {
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
  const whole: AlignmentPart = {
    from: { segment: first, offset: 0 },
    to: { segment: last, offset: 0 },
    start: first > 0 ? segments[first]!.start! : 0,
    end: segments[last]?.start ?? duration,
  }
  return partBetween(anchors, { around: anchor, whole })
}

/** The lines of a script that stand in a part of the text. */
export function linesBetween({ script, places }: PlacedScript, part: AlignmentPart): PlacedScript {
  const first = places.findIndex((place) => isInPart(startOfSpan(place), part))
  if (first === -1) return { script: { ...script, lines: [] }, places: [] }
  const behind = places.findIndex((place, at) => at > first && !isInPart(startOfSpan(place), part))
  const end = behind === -1 ? places.length : behind
  return {
    script: { ...script, lines: script.lines.slice(first, end) },
    places: places.slice(first, end),
  }
}

/** What is known, save of a part of the text. */
export function knownOutside(known: KnownTiming, part: AlignmentPart): KnownTiming {
  return withSpans(known, (span) => !isInPart(startOfSpan(span), part))
}

/** What is known of the text up to where nothing is decided; a part may have reached beyond that. */
export function knownBeforeUndecided(known: KnownTiming): KnownTiming {
  return withSpans(known, (span) => comparePositions(startOfSpan(span), known.undecided) < 0)
}

const withSpans = (
  known: KnownTiming,
  isWanted: (span: TranscriptSpan) => boolean,
): KnownTiming => ({
  ...known,
  words: known.words.filter(isWanted),
  issues: known.issues.filter(isWanted),
})

/** What is known outside a part and what was found in it, in order of the text. */
export function knownWithPart(outside: KnownTiming, inside: FoundTimes): KnownTiming {
  const inOrder = <T extends TranscriptSpan>(a: readonly T[], b: readonly T[]) =>
    [...a, ...b].sort((one, other) => comparePositions(startOfSpan(one), startOfSpan(other)))
  return {
    ...outside,
    words: inOrder(outside.words, inside.words),
    issues: inOrder(outside.issues, inside.issues),
  }
}
