import type { ParsedSegment } from '../parsed-transcript.ts'
import { cutStart } from '../tidy-text.ts'
import { isSound } from '#transcript/conventions/sound.ts'
import { findSpeakerPrefix } from '#transcript/conventions/speaker-prefix.ts'
import { withoutDirection, type TurnNames } from './turn-names.ts'

/** What of a text must begin with a name, for names to mark turns that last until the next. */
const turnShare = 1 / 4

/** A turn of one speaker. A heading has no speaker. */
export type Turn = ParsedSegment & { readonly isHeading?: boolean }

/**
 * Speakers of the paragraphs of a text: the name each begins with, which is taken off, or the one its reader
 * found beside a time; both last until the next. `directions` are those taken off from behind names.
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
  const say = (written: string): string => {
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
      // perhaps a name after all: then what follows is not the last speaker's
      if (findSpeakerPrefix(segment.text) !== null) speaking = undefined
      return doLast && speaking !== undefined ? { ...segment, speaker: speaking } : segment
    }
    const spoken = cutStart(segment, prefix.length)
    if (spoken.text.trim() === '') return segment
    speaking = say(prefix.name)
    return { ...spoken, speaker: speaking }
  })
  return { segments: turns, directions }
}
