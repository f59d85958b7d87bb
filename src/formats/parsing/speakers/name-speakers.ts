import type { ParsedSegment } from '../parsed-transcript.ts'
import { cutStart } from '../trim-text.ts'
import { isSound } from '#transcript/conventions/sound.ts'
import { findSpeakerPrefix, findSpeakerNames } from '#transcript/conventions/speaker-prefix.ts'

/**
 * Finds speakers by `Name: ` at the beginning of segments, for files that name speakers in no other way. If the first
 * segment has a name, each name applies until the next one. Otherwise (in films, only off-screen voices are named)
 * segments without a name get no speaker.
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
      // this may be a new speaker, so the previous name no longer applies
      speaking = undefined
      return segment
    }
    speaking = prefix.name
    areTurns ||= index === first
    const spoken = cutStart(segment, prefix.length)
    return spoken.text.trim() === '' ? segment : { ...spoken, speaker: prefix.name }
  })
}
