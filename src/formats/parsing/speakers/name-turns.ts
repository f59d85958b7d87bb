import type { ParsedSegment } from '../parsed-transcript.ts'
import { cutStart } from '../trim-text.ts'
import { isSound } from '#transcript/conventions/sound.ts'
import { mayNameAnother } from './name-speakers.ts'
import { withoutDirection, type TurnNames } from './turn-names.ts'

/** The least share of a text's turns that must begin with a name for names to apply until the next one. */
const turnShare = 1 / 4

/** A turn of one speaker. A heading has no speaker. */
export type Turn = ParsedSegment & { readonly isHeading?: boolean }

/**
 * Finds the speakers of a text's paragraphs: by the name at the beginning, which is removed, or by the name that the
 * reader found beside a time. Both apply until the next name. `directions` are the stage directions that were removed
 * after names.
 */
export function nameTurns(
  segments: readonly Turn[],
  names: TurnNames,
): { segments: ParsedSegment[]; directions: number } {
  const prefixes = segments.map((segment) =>
    segment.speaker === undefined && !segment.isHeading ? names.prefixOf(segment.text) : null,
  )
  const known = new Set(prefixes.map((prefix) => prefix?.name ?? ''))
  const named = segments.filter(({ speaker }, at) => speaker !== undefined || prefixes[at] !== null)
  const first = segments.findIndex(({ text }) => !isSound(text))
  const doLast =
    named.length >= segments.length * turnShare || (first !== -1 && named[0] === segments[first])
  let speaking: string | undefined
  let directions = 0
  const withoutKnownDirection = (written: string): string => {
    const name = withoutDirection(written)
    if (name === written || !known.has(name)) return written
    directions += 1
    return name
  }
  const turns = segments.map((segment, at): ParsedSegment => {
    const prefix = prefixes[at] ?? null
    if (segment.isHeading) return segment
    if (segment.speaker !== undefined) {
      speaking = segment.speaker
      return segment
    }
    if (prefix === null) {
      // this may be a new speaker, so the previous name no longer applies
      if (mayNameAnother(segment.text)) speaking = undefined
      return doLast && speaking !== undefined ? { ...segment, speaker: speaking } : segment
    }
    const spoken = cutStart(segment, prefix.length)
    if (spoken.text.trim() === '') return segment
    speaking = withoutKnownDirection(prefix.name)
    return { ...spoken, speaker: speaking }
  })
  return { segments: turns, directions }
}
