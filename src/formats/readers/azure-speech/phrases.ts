import type { ProblemTally } from '#transcript/problem-tally.ts'
import { confidenceOf, speakerNameOf } from '../../parsing/json/times.ts'
import { list, own, textOf } from '../../parsing/json/values.ts'
import { languageTag } from '../../parsing/language-tag.ts'
import type { HeardWord } from '../../parsing/words/heard-word.ts'
import type { HeardText } from '../../parsing/words/place-in-text.ts'
import { spanOf } from './times.ts'

export interface Phrase extends HeardText {
  readonly speaker: string | undefined
  readonly channel: number | undefined
  readonly language: string | undefined
}

/**
 * A phrase of either kind, with the likeliest of what was understood: as it is to be shown, and its words as they
 * are shown where the file has them (`displayWords`), else as they were spoken.
 */
export function heardPhrase(value: unknown, tally: ProblemTally): Phrase {
  const best = list(own(value, 'nBest'))[0] ?? value
  const texts = ['display', 'text', 'maskedITN', 'itn', 'lexical'].map((key) =>
    textOf(own(best, key)),
  )
  const shown = wordsOf(own(best, 'displayWords'), tally)
  const channel = own(value, 'channel')
  return {
    text: texts.find((text) => text !== undefined && text.trim() !== '') ?? '',
    ...spanOf(value, tally),
    words: shown.length > 0 ? shown : wordsOf(own(best, 'words'), tally),
    speaker: speakerNameOf(own(value, 'speaker')),
    channel: typeof channel === 'number' && Number.isFinite(channel) ? channel : undefined,
    language: languageTag(textOf(own(value, 'locale'))),
  }
}

function wordsOf(value: unknown, tally: ProblemTally): HeardWord[] {
  return list(value).flatMap((word) => {
    const text = textOf(own(word, 'displayText') ?? own(word, 'word') ?? own(word, 'text'))
    if (text === undefined || text.trim() === '') return []
    const confidence = confidenceOf(own(word, 'confidence'))
    return { text, ...spanOf(word, tally), confidence, speaker: undefined }
  })
}
