import type { RecognisedWord } from './recognised-word.ts'
import { findWord } from './place-words.ts'

/** The part of a text that one speaker says. */
export interface Part {
  readonly text: string
  readonly words: readonly RecognisedWord[]
  readonly speaker: string | undefined
}

/**
 * Splits a text where the speaker of its words changes. A word without a speaker has the speaker of the word before it;
 * words before the first known speaker have that speaker. A change that cannot be found in the text is ignored.
 */
export function splitSpeakers(text: string, words: readonly RecognisedWord[]): Part[] {
  const parts: Part[] = []
  let speaker = words.find((word) => word.speaker !== undefined)?.speaker
  let group: RecognisedWord[] = []
  let cut = 0
  let offset = 0
  for (const word of words) {
    const place = findWord(text, word.text, offset)
    const isChange = word.speaker !== undefined && word.speaker !== speaker
    if (isChange && place !== null && place.from > cut) {
      parts.push({ text: text.slice(cut, place.from), words: group, speaker })
      group = []
      cut = place.from
      speaker = word.speaker
    }
    group.push(word)
    if (place !== null) offset = place.to
  }
  return [...parts, { text: text.slice(cut), words: group, speaker }]
}
