import type { Problem } from '#transcript/problem.ts'
import { countOf, createTally, type ProblemTally } from '#transcript/problem-tally.ts'
import type { ParsedTranscript, ParsedSegment } from '../../parsing/parsed-transcript.ts'
import type { TranscriptFile } from '../format.ts'
import { groupBy } from '../../parsing/group-by.ts'
import { refuseShape } from '../../parsing/json/refuse-shape.ts'
import { reportJsonLosses } from '../../parsing/json/times.ts'
import { asArray, property } from '../../parsing/json/values.ts'
import { mergeByStart } from '../../parsing/words/compose-channels.ts'
import { placeInText } from '../../parsing/words/place-in-text.ts'
import { readAzurePhrase, type AzurePhrase } from './phrases.ts'
import { phrasesIn } from './shapes.ts'

/**
 * Reads Azure Speech: batch transcription, whose channels may follow one another, and fast transcription. See
 * learn.microsoft.com/azure/ai-services/speech-service/batch-transcription-get.
 */
export function readAzureSpeech({ json, name }: TranscriptFile): ParsedTranscript {
  const document = json()
  const values = phrasesIn(document?.value)
  if (values === null) return refuseShape(name, 'Azure Speech')
  const tally = createTally()
  const phrases = values
    .filter((value) => hasText(value, tally))
    .map((value) => readAzurePhrase(value, tally))
  const language = mostUsed(phrases.map((phrase) => phrase.language))
  const channels = [...groupBy(phrases, ({ channel }) => channel).values()]
  return {
    ...(language === undefined ? {} : { language }),
    segments: mergeByStart(
      channels.map((spoken) => spoken.map((phrase) => parsePhrase(phrase, channels.length, tally))),
    ),
    problems: [...(document?.problems ?? []), ...reportJsonLosses(tally), ...reportFailures(tally)],
  }
}

/** Whether a phrase has text: batch results include phrases that were not recognised. */
function hasText(value: unknown, tally: ProblemTally): boolean {
  const isEmpty =
    property(value, 'text') === undefined && asArray(property(value, 'nBest')).length === 0
  if (isEmpty) tally.count('phrase-not-recognised')
  return !isEmpty
}

function parsePhrase(phrase: AzurePhrase, channels: number, tally: ProblemTally): ParsedSegment {
  const { text, start, end, language } = phrase
  const speaker = speakerOf(phrase, channels)
  return {
    text,
    start,
    end,
    words: placeInText(phrase, tally),
    ...(speaker === undefined ? {} : { speaker }),
    ...(language === undefined ? {} : { language }),
  }
}

/** Speakers are numbered separately in each channel. */
function speakerOf({ speaker, channel }: AzurePhrase, channels: number): string | undefined {
  if (channels < 2 || channel === undefined) return speaker
  return speaker === undefined ? `Channel ${channel}` : `${speaker} (channel ${channel})`
}

function mostUsed(languages: readonly (string | undefined)[]): string | undefined {
  const counts = new Map<string, number>()
  for (const language of languages) {
    if (language !== undefined) counts.set(language, (counts.get(language) ?? 0) + 1)
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0]
}

function reportFailures(tally: ProblemTally): Problem[] {
  return tally.report(
    'phrase-not-recognised',
    'note',
    ({ count }) =>
      `${countOf(count, 'phrase')} that the service could not recognise ${count === 1 ? 'is' : 'are'} not shown.`,
  )
}
