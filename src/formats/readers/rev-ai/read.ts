import { createTally } from '#transcript/problem-tally.ts'
import type { ParsedTranscript } from '../../parsing/parsed-transcript.ts'
import type { TranscriptFile } from '../format.ts'
import { refuseShape } from '../../parsing/json/refuse-shape.ts'
import { reportJsonLosses, speakerNameOf } from '../../parsing/json/times.ts'
import { reportNoTimes } from '../../parsing/json/untimed.ts'
import { asArray, property, asText } from '../../parsing/json/values.ts'
import { languageTag } from '../../parsing/language-tag.ts'
import { composeTurns, type TurnWord } from '../../parsing/words/compose-turns.ts'
import { spokenElements } from './elements.ts'
import { monologuesIn } from './shapes.ts'

/** Reads transcripts of Rev AI and of Rev's human service: https://docs.rev.ai/api/asynchronous/transcripts/ */
export function readRevAi({ json, name }: TranscriptFile): ParsedTranscript {
  const document = json()
  const monologues = monologuesIn(document?.value)
  if (monologues === null) return refuseShape(name, 'Rev AI')
  const tally = createTally()
  const names = namesOf(document?.value)
  const words: TurnWord[] = []
  for (const monologue of monologues) {
    const label = property(monologue, 'speaker')
    const speaker = names.get(label) ?? speakerNameOf(label)
    const spoken = spokenElements(asArray(property(monologue, 'elements')), { speaker, tally })
    for (const [index, word] of spoken.entries()) {
      words.push(index === 0 ? { ...word, isAttached: false, beginsTurn: true } : word)
    }
  }
  const segments = composeTurns(words)
  const language = languageTag(asText(property(document?.value, 'language')))
  return {
    ...(language === undefined ? {} : { language }),
    segments,
    problems: [
      ...(document?.problems ?? []),
      ...reportJsonLosses(tally),
      ...reportNoTimes(segments, name),
    ],
  }
}

/** Speaker names by the id that monologues refer to. */
function namesOf(value: unknown): ReadonlyMap<unknown, string> {
  const names = new Map<unknown, string>()
  for (const speaker of asArray(property(value, 'speakers'))) {
    const name = asText(property(speaker, 'name'))?.trim() ?? ''
    if (name !== '') names.set(property(speaker, 'id'), name)
  }
  return names
}
