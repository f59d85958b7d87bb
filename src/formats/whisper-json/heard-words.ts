import type { ProblemTally } from '#transcript/problem-tally.ts'
import type { HeardWord } from '../words/heard-word.ts'
import { list, nameOf, numberOf, own, textOf } from '../json/values.ts'

/** `{word|text, start, end, probability|confidence|score}`; what has no text is left out. */
export function heardWords(value: unknown, tally: ProblemTally): HeardWord[] {
  const words: HeardWord[] = []
  for (const element of list(value)) {
    const text = textOf(own(element, 'word') ?? own(element, 'text'))
    if (text === undefined || text.trim() === '') continue
    words.push({
      text,
      start: timeOf(own(element, 'start'), tally),
      end: timeOf(own(element, 'end'), tally),
      confidence: confidenceOf(element),
      speaker: nameOf(own(element, 'speaker')),
    })
  }
  return words
}

/** Seconds; NaN and negative times are counted and dropped, for no guess is better than a wrong one. */
export function timeOf(value: unknown, tally: ProblemTally): number | null {
  const time = numberOf(value)
  if (time === null || (Number.isFinite(time) && time >= 0)) return time
  tally.count('time-dropped')
  return null
}

function confidenceOf(element: unknown): number | null {
  const value = own(element, 'probability') ?? own(element, 'confidence') ?? own(element, 'score')
  const confidence = numberOf(value)
  if (confidence === null || !Number.isFinite(confidence)) return null
  return Math.min(1, Math.max(0, confidence))
}
