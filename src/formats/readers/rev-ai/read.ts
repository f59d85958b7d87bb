import { createTally } from '#transcript/problem-tally.ts'
import type { Draft } from '../../parsing/draft.ts'
import type { Source } from '../format.ts'
import { refuseShape } from '../../parsing/json/refuse-shape.ts'
import { reportLosses, speakerNameOf } from '../../parsing/json/times.ts'
import { reportUntimed } from '../../parsing/json/untimed.ts'
import { list, own, textOf } from '../../parsing/json/values.ts'
import { languageTag } from '../../parsing/language-tag.ts'
import { composeTurns, type SpokenWord } from '../../parsing/words/compose-turns.ts'
import { spokenElements } from './elements.ts'
import { monologuesIn } from './shapes.ts'

/** Rev AI's transcript, and what Rev's people write: https://docs.rev.ai/api/asynchronous/transcripts/ */
export function readRevAi({ json, name }: Source): Draft {
  const document = json()
  const monologues = monologuesIn(document?.value)
  if (monologues === null) return refuseShape(name, 'Rev AI')
  const tally = createTally()
  const names = namesOf(document?.value)
  const words: SpokenWord[] = []
  for (const monologue of monologues) {
    const label = own(monologue, 'speaker')
    const speaker = names.get(label) ?? speakerNameOf(label)
    const spoken = spokenElements(list(own(monologue, 'elements')), { speaker, tally })
    for (const [index, word] of spoken.entries()) {
      words.push(index === 0 ? { ...word, isAttached: false, beginsTurn: true } : word)
    }
  }
  const segments = composeTurns(words)
  const language = languageTag(textOf(own(document?.value, 'language')))
  return {
    ...(language === undefined ? {} : { language }),
    segments,
    problems: [
      ...(document?.problems ?? []),
      ...reportLosses(tally),
      ...reportUntimed(segments, name),
    ],
  }
}

/** Names by the id that monologues refer to. */
function namesOf(value: unknown): ReadonlyMap<unknown, string> {
  const names = new Map<unknown, string>()
  for (const speaker of list(own(value, 'speakers'))) {
    const name = textOf(own(speaker, 'name'))?.trim() ?? ''
    if (name !== '') names.set(own(speaker, 'id'), name)
  }
  return names
}
