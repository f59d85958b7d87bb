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
 * A phrase of either kind, with the likeliest of what was understood: as it is to be shown, and its words as they
 * are shown where the file has them (`displayWords`), else as they were spoken.
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
