import type { ProblemTally } from '#transcript/problem-tally.ts'
import { confidenceOf, secondsOf, speakerNameOf } from '../../parsing/json/times.ts'
import { list, own, textOf } from '../../parsing/json/values.ts'
import type { SpokenWord } from '../../parsing/words/compose-turns.ts'

/** Words with the punctuation Deepgram gave them; Whisper on Deepgram gives none. */
export function spokenWords(
  values: unknown,
  {
    channel,
    tally,
    speaker,
  }: { channel: number | undefined; tally: ProblemTally; speaker: string | undefined },
): SpokenWord[] {
  const words: SpokenWord[] = []
  for (const value of list(values)) {
    const text = textOf(own(value, 'punctuated_word')) ?? textOf(own(value, 'word')) ?? ''
    if (text.trim() === '') continue
    const label = own(value, 'speaker')
    words.push({
      text,
      start: secondsOf(own(value, 'start'), tally),
      end: secondsOf(own(value, 'end'), tally),
      confidence: confidenceOf(own(value, 'confidence')),
      speaker: label === undefined || label === null ? speaker : nameVoice(label, channel),
    })
  }
  return words
}

/** Each channel counts its speakers from 0: `channel` is 0-based, `undefined` where there is only one. */
export function nameVoice(label: unknown, channel: number | undefined): string | undefined {
  const name = speakerNameOf(label)
  if (channel === undefined || !Number.isFinite(channel)) return name
  return name === undefined ? `Channel ${channel + 1}` : `Channel ${channel + 1}, ${name}`
}
