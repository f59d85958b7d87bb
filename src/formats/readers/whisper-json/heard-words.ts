import type { ProblemTally } from '#transcript/problem-tally.ts'
import { confidenceOf, secondsOf } from '../../parsing/json/times.ts'
import { list, nameOf, own, textOf } from '../../parsing/json/values.ts'
import type { HeardWord } from '../../parsing/words/heard-word.ts'

/** `{word|text, start, end, probability|confidence|score}`; what has no text is left out. */
export function heardWords(value: unknown, tally: ProblemTally): HeardWord[] {
  const words: HeardWord[] = []
  for (const element of list(value)) {
    const text = textOf(own(element, 'word') ?? own(element, 'text'))
    if (text === undefined || text.trim() === '') continue
    words.push({
      text,
      start: secondsOf(own(element, 'start'), tally),
      end: secondsOf(own(element, 'end'), tally),
      confidence: confidenceOf(
        own(element, 'probability') ?? own(element, 'confidence') ?? own(element, 'score'),
      ),
      speaker: nameOf(own(element, 'speaker')),
    })
  }
  return words
}
