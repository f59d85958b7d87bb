import type { ProblemTally } from '#transcript/problem-tally.ts'
import { confidenceOf, secondsOf, speakerNameOf } from '../../parsing/json/times.ts'
import { list, own, textOf } from '../../parsing/json/values.ts'
import type { SpokenWord } from '../../parsing/words/compose-turns.ts'

/**
 * Words and marks in order. A mark has the time of the place it stands at, which is none of its own; `attaches_to`
 * says on which side it has no blank. Languages without blanks have an empty `word_delimiter`.
 */
export function secondVersionWords(value: unknown, tally: ProblemTally): SpokenWord[] {
  const pack = own(own(value, 'metadata'), 'language_pack_info')
  const isUnparted = own(pack, 'word_delimiter') === ''
  const words: SpokenWord[] = []
  let attachesNext = false
  for (const result of list(own(value, 'results'))) {
    const alternative = list(own(result, 'alternatives'))[0]
    const text = textOf(own(alternative, 'content')) ?? ''
    if (text.trim() === '') continue
    const isMark = own(result, 'type') === 'punctuation'
    const attaches = own(result, 'attaches_to') ?? (isMark ? 'previous' : 'none')
    const isAttached = attaches === 'previous' || attaches === 'both' || attachesNext
    const last = words.at(-1)
    const speaker = nameVoice(own(alternative, 'speaker'), own(result, 'channel'))
    words.push({
      text,
      start: isMark ? null : secondsOf(own(result, 'start_time'), tally),
      end: isMark ? null : secondsOf(own(result, 'end_time'), tally),
      confidence: confidenceOf(own(alternative, 'confidence')),
      speaker: isMark && isAttached && last !== undefined ? last.speaker : speaker,
      // a blank between sentences would be one between speakers too
      isAttached: isAttached || (isUnparted && last?.speaker === speaker && !endsSentence(last)),
    })
    attachesNext = attaches === 'next' || attaches === 'both'
  }
  return words
}

function endsSentence(word: SpokenWord | undefined): boolean {
  return word !== undefined && /[.!?。！？]$/.test(word.text)
}

/** `UU` is nobody in particular. */
export function nameVoice(label: unknown, channel: unknown): string | undefined {
  const name = speakerNameOf(label)
  return name === undefined || name === 'UU' ? speakerNameOf(channel) : name
}
