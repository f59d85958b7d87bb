import type { Transcript } from '#transcript/transcript.ts'
import type { Script, ScriptLine } from './script.ts'

/** A stretch of a transcript: offsets into a segment's text, half open. */
export interface SegmentStretch {
  readonly segment: number
  readonly from: number
  readonly to: number
}

/** A script, and where in the transcript each of its lines stands. */
export interface PlacedScript {
  readonly script: Script
  readonly places: readonly SegmentStretch[]
}

/**
 * One line of the script for each segment, or for each piece where a segment is `cutAt` a place, as for an
 * anchor in its midst. `cutAt` in any order. Nothing of the text is left out.
 */
export function scriptOfTranscript(
  { segments }: Transcript,
  {
    language,
    cutAt = [],
  }: { language: string; cutAt?: readonly Pick<SegmentStretch, 'segment' | 'from'>[] },
): PlacedScript {
  const cuts = new Map<number, number[]>()
  for (const { segment, from } of cutAt) {
    cuts.set(segment, [...(cuts.get(segment) ?? []), from])
  }
  const lines: ScriptLine[] = []
  const places: SegmentStretch[] = []
  for (const [segment, { text, kind, language: own }] of segments.entries()) {
    const inside = (cuts.get(segment) ?? []).filter((at) => at > 0 && at < text.length)
    const bounds = [0, ...[...new Set(inside)].sort((a, b) => a - b), text.length]
    for (let piece = 1; piece < bounds.length; piece++) {
      const [from, to] = [bounds[piece - 1]!, bounds[piece]!]
      places.push({ segment, from, to })
      lines.push({
        text: text.slice(from, to),
        kind,
        ...(own === undefined || own === language ? {} : { language: own }),
      })
    }
  }
  return { script: { language, lines }, places }
}
