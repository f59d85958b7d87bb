import { createTally } from '#transcript/problem-tally.ts'
import type { ParsedTranscript } from '../../parsing/parsed-transcript.ts'
import type { TranscriptFile } from '../format.ts'
import { refuseShape } from '../../parsing/json/refuse-shape.ts'
import { reportJsonLosses } from '../../parsing/json/times.ts'
import { reportNoTimes } from '../../parsing/json/untimed.ts'
import { property, asText } from '../../parsing/json/values.ts'
import { languageTag } from '../../parsing/language-tag.ts'
import { composeTurns } from '../../parsing/words/compose-turns.ts'
import { firstVersionWords } from './first-version.ts'
import { secondVersionWords } from './second-version.ts'
import { isSecondVersion, scoreSpeechmatics } from './shapes.ts'

/**
 * Reads Speechmatics' JSON: `json-v2` (https://docs.speechmatics.com/speech-to-text/batch/output) and the first
 * version.
 */
export function readSpeechmatics({ json, name }: TranscriptFile): ParsedTranscript {
  const document = json()
  const value = document?.value
  if (scoreSpeechmatics(value) === 'no') return refuseShape(name, 'Speechmatics')
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
      ...reportJsonLosses(tally),
      ...reportNoTimes(segments, name),
    ],
  }
}

/** `auto` requests language detection; the detected language is in the metadata of the language pack. */
function languageOf(value: unknown): string | undefined {
  const metadata = property(value, 'metadata')
  const written = [
    property(property(metadata, 'transcription_config'), 'language'),
    property(property(metadata, 'language_pack_info'), 'itn_language'),
    property(property(value, 'job'), 'lang'),
  ]
  return written
    .map((language) => asText(language))
    .filter((language) => language !== 'auto')
    .map(languageTag)
    .find((tag) => tag !== undefined)
}
