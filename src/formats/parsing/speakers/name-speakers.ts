import type { ParsedSegment } from '../parsed-transcript.ts'
import { cutStart } from '../tidy-text.ts'
import { isSound } from '#transcript/conventions/sound.ts'
import { findSpeakerPrefix, findSpeakerNames } from '#transcript/conventions/speaker-prefix.ts'

/**
 * Speakers from `Name: ` at the beginning of segments, where the file names none in its own way. Where
 * the first segment has a name, names mark turns, and the segments up to the next name are the same
 * speaker's; elsewhere (as in films, where only voices off are named) they stay without.
 */
export function nameSpeakers(segments: readonly ParsedSegment[]): readonly ParsedSegment[] {
  if (segments.some((segment) => segment.speaker !== undefined)) return segments
  const names = findSpeakerNames(segments.map((segment) => segment.text))
  if (names.size === 0) return segments
  const first = segments.findIndex((segment) => !isSound(segment.text))
  let speaking: string | undefined
  let areTurns = false
  return segments.map((segment, index) => {
    const prefix = findSpeakerPrefix(segment.text)
    if (prefix === null) {
      return areTurns && speaking !== undefined ? { ...segment, speaker: speaking } : segment
    }
    if (!names.has(prefix.name)) {
      // perhaps a name after all: then what follows is not the last speaker's
      speaking = undefined
      return segment
    }
    speaking = prefix.name
    areTurns ||= index === first
    const spoken = cutStart(segment, prefix.length)
    return spoken.text.trim() === '' ? segment : { ...spoken, speaker: prefix.name }
  })
}
