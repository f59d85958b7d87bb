import type { TranscriptPosition, TranscriptSpan } from '#transcript/position.ts'
import type { Transcript } from '#transcript/transcript.ts'
import type { Script, ScriptLine } from './script.ts'

/** A script, and the span of the transcript that each of its lines is. */
export interface PlacedScript {
  readonly script: Script
  readonly places: readonly TranscriptSpan[]
}

/**
 * One script line per segment, or per piece of a segment that is cut at anchors inside it. `cutAt`: positions in any
 * order. The lines cover the whole text.
 */
export function scriptOfTranscript(
  { segments }: Transcript,
  { language, cutAt = [] }: { language: string; cutAt?: readonly TranscriptPosition[] },
): PlacedScript {
  const cuts = new Map<number, number[]>()
  for (const { segment, offset } of cutAt) {
    cuts.set(segment, [...(cuts.get(segment) ?? []), offset])
  }
  const lines: ScriptLine[] = []
  const places: TranscriptSpan[] = []
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
