import { createTally } from '#transcript/problem-tally.ts'
import type { Draft } from '../../parsing/draft.ts'
import type { Source } from '../format.ts'
import { refuseShape } from '../../parsing/json/refuse-shape.ts'
import { reportLosses } from '../../parsing/json/times.ts'
import { reportUntimed } from '../../parsing/json/untimed.ts'
import { own, textOf } from '../../parsing/json/values.ts'
import { languageTag } from '../../parsing/language-tag.ts'
import { composeTurns } from '../../parsing/words/compose-turns.ts'
import { firstVersionWords } from './first-version.ts'
import { secondVersionWords } from './second-version.ts'
import { isSecondVersion, scoreOf } from './shapes.ts'

/** Speechmatics' JSON, `json-v2` (https://docs.speechmatics.com/speech-to-text/batch/output) and the first one. */
export function readSpeechmatics({ json, name }: Source): Draft {
  const document = json()
  const value = document?.value
  if (scoreOf(value) === 'no') return refuseShape(name, 'Speechmatics')
  const tally = createTally()
  const segments = composeTurns(
    isSecondVersion(value) ? secondVersionWords(value, tally) : firstVersionWords(value, tally),
  )
  const language = languageOf(value)
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

/** `auto` asks to find the language out; what was found is with the language pack. */
function languageOf(value: unknown): string | undefined {
  const metadata = own(value, 'metadata')
  const written = [
    own(own(metadata, 'transcription_config'), 'language'),
    own(own(metadata, 'language_pack_info'), 'itn_language'),
    own(own(value, 'job'), 'lang'),
  ]
  return written
    .map((language) => textOf(language))
    .filter((language) => language !== 'auto')
    .map(languageTag)
    .find((tag) => tag !== undefined)
}
