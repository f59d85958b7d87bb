import type { ProblemTally } from '#transcript/problem-tally.ts'
import { confidenceOf, speakerNameOf } from '../../parsing/json/times.ts'
import { asArray, property, asText } from '../../parsing/json/values.ts'
import { languageTag } from '../../parsing/language-tag.ts'
import type { RecognisedWord } from '../../parsing/words/recognised-word.ts'
import type { RecognisedText } from '../../parsing/words/place-in-text.ts'
import { azureTimesOf } from './times.ts'

export interface AzurePhrase extends RecognisedText {
  readonly speaker: string | undefined
  readonly channel: number | undefined
  readonly language: string | undefined
}

/**
 * Parses a batch or fast-transcription phrase: its best alternative as display text, with its words as displayed
 * (`displayWords`) if the file has them, else as recognised.
 */
export function readAzurePhrase(value: unknown, tally: ProblemTally): AzurePhrase {
  const best = asArray(property(value, 'nBest'))[0] ?? value
  const texts = ['display', 'text', 'maskedITN', 'itn', 'lexical'].map((key) =>
    asText(property(best, key)),
  )
  const shown = wordsOf(property(best, 'displayWords'), tally)
  const channel = property(value, 'channel')
  return {
    text: texts.find((text) => text !== undefined && text.trim() !== '') ?? '',
    ...azureTimesOf(value, tally),
    words: shown.length > 0 ? shown : wordsOf(property(best, 'words'), tally),
    speaker: speakerNameOf(property(value, 'speaker')),
    channel: typeof channel === 'number' && Number.isFinite(channel) ? channel : undefined,
    language: languageTag(asText(property(value, 'locale'))),
  }
}

function wordsOf(value: unknown, tally: ProblemTally): RecognisedWord[] {
  return asArray(value).flatMap((word) => {
    const text = asText(
      property(word, 'displayText') ?? property(word, 'word') ?? property(word, 'text'),
    )
    if (text === undefined || text.trim() === '') return []
    const confidence = confidenceOf(property(word, 'confidence'))
    return { text, ...azureTimesOf(word, tally), confidence, speaker: undefined }
  })
}
