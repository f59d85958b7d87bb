import type { ProblemTally } from '#transcript/problem-tally.ts'
import { confidenceOf, speakerNameOf } from '../../parsing/json/times.ts'
import { asArray, property, asText, asTextUnlessBlank } from '../../parsing/json/values.ts'
import type { GluedWord } from '../../parsing/words/glue-marks.ts'
import { parseDuration, eitherCase } from './durations.ts'
import { firstAlternative } from './shapes.ts'

export interface GoogleResult {
  readonly channel: number | string | undefined
  readonly text: string
  /** End of the whole result, seconds. */
  readonly end: number | null
  /** Empty if the result has no word times. */
  readonly words: readonly GluedWord[]
}

export function readGoogleResult(value: unknown, tally: ProblemTally): GoogleResult {
  const heard = firstAlternative(value)
  const transcript = asTextUnlessBlank(property(heard, 'transcript'))
  const entries = asArray(property(heard, 'words'))
  const parts = transcript?.trim().split(/\s+/) ?? []
  // a word whose text is missing is taken from the transcript, if that has as many words
  const spare = parts.length === entries.length ? parts : []
  const words = entries.flatMap((word, at) => heardWord(word, spare[at] ?? '', tally))
  const channel = eitherCase(value, 'channelTag')
  const isNamed = typeof channel === 'string' || (typeof channel === 'number' && channel > 0)
  return {
    channel: isNamed ? channel : undefined,
    text: transcript ?? words.map(({ text }) => text).join(' '),
    end: parseDuration(
      eitherCase(value, 'resultEndTime') ?? eitherCase(value, 'resultEndOffset'),
      tally,
    ),
    words: words.some(({ start }) => start !== null) ? words : [],
  }
}

function heardWord(value: unknown, spare: string, tally: ProblemTally): GluedWord[] {
  const text = spelled(asText(property(value, 'word')) ?? '') || spare
  if (text === '') {
    tally.count('word-missing')
    return []
  }
  const start = parseDuration(
    eitherCase(value, 'startTime') ?? eitherCase(value, 'startOffset'),
    tally,
  )
  const end = parseDuration(eitherCase(value, 'endTime') ?? eitherCase(value, 'endOffset'), tally)
  const tag = eitherCase(value, 'speakerTag')
  // a confidence of 0 means that none was requested, a speaker tag of 0 that there was no diarisation
  const confidence = confidenceOf(property(value, 'confidence')) || null
  const speaker =
    speakerNameOf(eitherCase(value, 'speakerLabel')) ?? speakerNameOf(tag === 0 ? null : tag)
  return [{ text, start, end, confidence, speaker }]
}

/** Removes the reading of Japanese words (`日本|ニホン`) and the blank marker of some models (`▁so`). */
function spelled(word: string): string {
  const text = word.trim().replace(/^▁+/, '')
  const bar = text.indexOf('|')
  return bar > 0 ? text.slice(0, bar) : text
}
