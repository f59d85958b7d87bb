import { endsSentence } from '#transcript/conventions/sentence-ends.ts'
import type { ProblemTally } from '#transcript/problem-tally.ts'
import { confidenceOf, secondsOf, speakerNameOf } from '../../parsing/json/times.ts'
import { asArray, property, asText } from '../../parsing/json/values.ts'
import type { TurnWord } from '../../parsing/words/compose-turns.ts'

/**
 * Words and punctuation in order. A mark has a position in time, but no duration. `attaches_to` says on which side it
 * has no blank. Languages without blanks have an empty `word_delimiter`.
 */
export function secondVersionWords(value: unknown, tally: ProblemTally): TurnWord[] {
  const pack = property(property(value, 'metadata'), 'language_pack_info')
  const isUnparted = property(pack, 'word_delimiter') === ''
  const words: TurnWord[] = []
  let attachesNext = false
  for (const result of asArray(property(value, 'results'))) {
    const alternative = asArray(property(result, 'alternatives'))[0]
    const text = asText(property(alternative, 'content')) ?? ''
    if (text.trim() === '') continue
    const isMark = property(result, 'type') === 'punctuation'
    const attaches = property(result, 'attaches_to') ?? (isMark ? 'previous' : 'none')
    const isAttached = attaches === 'previous' || attaches === 'both' || attachesNext
    const last = words.at(-1)
    const speaker = speechmaticsSpeakerName(
      property(alternative, 'speaker'),
      property(result, 'channel'),
    )
    words.push({
      text,
      start: isMark ? null : secondsOf(property(result, 'start_time'), tally),
      end: isMark ? null : secondsOf(property(result, 'end_time'), tally),
      confidence: confidenceOf(property(alternative, 'confidence')),
      speaker: isMark && isAttached && last !== undefined ? last.speaker : speaker,
      // a blank after a sentence would also be added between speakers
      isAttached:
        isAttached ||
        (isUnparted && last !== undefined && last.speaker === speaker && !endsSentence(last.text)),
    })
    attachesNext = attaches === 'next' || attaches === 'both'
  }
  return words
}

/** `UU` means an unidentified speaker. */
export function speechmaticsSpeakerName(label: unknown, channel: unknown): string | undefined {
  const name = speakerNameOf(label)
  return name === undefined || name === 'UU' ? speakerNameOf(channel) : name
}
