import type { ProblemTally } from '#transcript/problem-tally.ts'
import { confidenceOf, secondsOf } from '../../parsing/json/times.ts'
import { asArray, nameOf, property, asText } from '../../parsing/json/values.ts'
import { withoutControlTokens } from '../../parsing/words/control-tokens.ts'
import type { RecognisedWord } from '../../parsing/words/recognised-word.ts'

/**
 * `{word|text, start, end, probability|confidence|score}`; items without text are dropped. Where `start` and `end` are
 * `null`, the word has no time, and gets no estimated one either: our own writer says so of words that were not heard.
 */
export function whisperWords(value: unknown, tally: ProblemTally): RecognisedWord[] {
  const words: RecognisedWord[] = []
  for (const element of asArray(value)) {
    const text = withoutControlTokens(
      asText(property(element, 'word') ?? property(element, 'text')) ?? '',
    )
    if (text.trim() === '') continue
    const isUntimed = property(element, 'start') === null && property(element, 'end') === null
    words.push({
      ...(isUntimed ? { isUntimed } : {}),
      text,
      start: secondsOf(property(element, 'start'), tally),
      end: secondsOf(property(element, 'end'), tally),
      confidence: confidenceOf(
        property(element, 'probability') ??
          property(element, 'confidence') ??
          property(element, 'score'),
      ),
      speaker: nameOf(property(element, 'speaker') ?? property(element, 'speaker_id')),
    })
  }
  return words
}
