import type { ProblemTally } from '#transcript/problem-tally.ts'
import { confidenceOf, secondsOf, speakerNameOf } from '../../parsing/json/times.ts'
import { asArray, property, asText, asTextUnlessBlank } from '../../parsing/json/values.ts'
import type { TurnWord } from '../../parsing/words/compose-turns.ts'

/** Words with Deepgram's punctuation; its Whisper models return none. */
export function deepgramWords(
  values: unknown,
  {
    channel,
    tally,
    speaker,
  }: { channel: number | undefined; tally: ProblemTally; speaker: string | undefined },
): TurnWord[] {
  const words: TurnWord[] = []
  for (const value of asArray(values)) {
    const text =
      asTextUnlessBlank(property(value, 'punctuated_word')) ?? asText(property(value, 'word')) ?? ''
    if (text.trim() === '') continue
    const label = property(value, 'speaker')
    words.push({
      text,
      start: secondsOf(property(value, 'start'), tally),
      end: secondsOf(property(value, 'end'), tally),
      confidence: confidenceOf(property(value, 'confidence')),
      speaker:
        label === undefined || label === null ? speaker : deepgramSpeakerName(label, channel),
    })
  }
  return words
}

/**
 * A speaker's name. Speakers are numbered from 0 in each channel: `channel` is 0-based, `undefined` if there is only
 * one.
 */
export function deepgramSpeakerName(
  label: unknown,
  channel: number | undefined,
): string | undefined {
  const name = speakerNameOf(label)
  if (channel === undefined || !Number.isFinite(channel)) return name
  return name === undefined ? `Channel ${channel + 1}` : `Channel ${channel + 1}, ${name}`
}
