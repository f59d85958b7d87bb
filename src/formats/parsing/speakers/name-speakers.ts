import type { ParsedSegment } from '../parsed-transcript.ts'
import { cutStart } from '../trim-text.ts'
import { isSound } from '#transcript/conventions/sound.ts'
import { findLabels } from './find-labels.ts'
import type { LabelChoice } from './label-choice.ts'
import { isInCapitals, mayRecur } from './label-forms.ts'
import { labelIn } from './speaker-label.ts'

/**
 * Finds speakers by labels at the beginning of segments (`Name: `), for files that name speakers in no other way. Where
 * every segment has a label, one without is nobody’s. Else, if the first segment has one, each name applies until the
 * next; otherwise (in films, only off-screen voices are named) segments without a label get no speaker. Where the
 * listener has said that every label is a speaker, segments that the file leaves without one are looked at in any file.
 */
export function nameSpeakers(
  segments: readonly ParsedSegment[],
  choice: LabelChoice = 'evidence',
): readonly ParsedSegment[] {
  const isNamed = segments.some((segment) => segment.speaker !== undefined)
  if (isNamed && choice !== 'every') return segments
  const texts = segments.map(({ text }) => text)
  const labels = findLabels(texts, { known: namesOfTurns(segments), choice })
  if (labels.isEmpty) return segments
  const first = segments.find(({ text }) => !isSound(text))
  const areTurns =
    !isNamed && !labels.areEverywhere && first !== undefined && labels.labelOf(first.text) !== null
  let speaking: string | undefined
  return segments.map((segment) => {
    if (segment.speaker !== undefined) return segment
    const label = labels.labelOf(segment.text)
    if (label === null) {
      // this may be a new speaker, so the previous name no longer applies
      if (segment.beginsTurn || mayNameAnother(segment.text)) speaking = undefined
      return areTurns && speaking !== undefined ? { ...segment, speaker: speaking } : segment
    }
    speaking = label.name
    return { ...cutStart(segment, label.length), speaker: speaking }
  })
}

/** Names in capitals where captions mark that somebody else speaks: `>> CLERK: …`. */
function namesOfTurns(segments: readonly ParsedSegment[]): ReadonlySet<string> {
  const names = segments.flatMap(({ text, beginsTurn }) => {
    const name = beginsTurn ? labelIn(text, 'colon')?.name : undefined
    return name !== undefined && isInCapitals(name) && mayRecur(name) ? [name] : []
  })
  return new Set(names)
}

/** Whether a text begins with what could be a label, though it was not accepted or nothing is said behind it. */
export function mayNameAnother(text: string): boolean {
  const label = labelIn(/[:：]$/.test(text) ? `${text} …` : text, 'colon')
  return label !== null && mayRecur(label.name)
}
