import type { ProblemTally } from '#transcript/problem-tally.ts'
import { confidenceOf, speakerNameOf } from '../../parsing/json/times.ts'
import { list, own, textOf } from '../../parsing/json/values.ts'
import type { GluedWord } from '../../parsing/words/glue-marks.ts'
import { durationOf, field } from './durations.ts'
import { firstAlternative } from './shapes.ts'

export interface HeardResult {
  readonly channel: number | string | undefined
  readonly text: string
  /** Seconds, of the whole result. */
  readonly end: number | null
  /** Empty where they came without times. */
  readonly words: readonly GluedWord[]
}

export function heardResult(value: unknown, tally: ProblemTally): HeardResult {
  const heard = firstAlternative(value)
  const words = list(own(heard, 'words')).flatMap((word) => heardWord(word, tally))
  const channel = field(value, 'channelTag')
  const isNamed = typeof channel === 'string' || (typeof channel === 'number' && channel > 0)
  return {
    channel: isNamed ? channel : undefined,
    text: textOf(own(heard, 'transcript')) ?? words.map(({ text }) => text).join(' '),
    end: durationOf(field(value, 'resultEndTime') ?? field(value, 'resultEndOffset'), tally),
    words: words.some(({ start }) => start !== null) ? words : [],
  }
}

function heardWord(value: unknown, tally: ProblemTally): GluedWord[] {
  const text = spelled(textOf(own(value, 'word')) ?? '')
  if (text === '') return []
  const start = durationOf(field(value, 'startTime') ?? field(value, 'startOffset'), tally)
  const end = durationOf(field(value, 'endTime') ?? field(value, 'endOffset'), tally)
  const tag = field(value, 'speakerTag')
  // a confidence of 0 says that none was asked for, a tag of 0 that nobody was told apart
  const confidence = confidenceOf(own(value, 'confidence')) || null
  const speaker =
    speakerNameOf(field(value, 'speakerLabel')) ?? speakerNameOf(tag === 0 ? null : tag)
  return [{ text, start, end, confidence, speaker }]
}

/** Japanese words bring their reading (`日本|ニホン`), and some models' the sign of a blank (`▁so`). */
function spelled(word: string): string {
  const text = word.trim().replace(/^▁+/, '')
  const bar = text.indexOf('|')
  return bar > 0 ? text.slice(0, bar) : text
}
