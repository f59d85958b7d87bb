import type { Script } from '../../script.ts'
import { lineNumbers } from '../unspoken/line-numbers.ts'
import { speakerCandidate } from './speaker-labels.ts'

/** What can be told about a line only by having seen the others. */
export interface ScriptHabits {
  /** Most of it is in capitals, as captions are, so capitals mean nothing. */
  readonly isShouted: boolean
  /** Q. and A. stand before questions and answers. */
  readonly hasQuestions: boolean
  /** How often lines begin with these words and a colon. */
  readonly candidates: ReadonlyMap<string, number>
  /** By line: where the text begins after the number that the paper had at its margin. */
  readonly numbered: ReadonlyMap<number, number>
}

export function habitsOf({ lines }: Script): ScriptHabits {
  const candidates = new Map<string, number>()
  let hasQuestions = false
  let shouted = 0
  let cased = 0
  for (const { text } of lines) {
    if (/\p{Lu}/u.test(text)) {
      cased++
      if (isAllCapitals(text)) shouted++
    } else if (/\p{Ll}/u.test(text)) cased++
    hasQuestions ||= /^[\s\d]*Q(?:\.|\s\s|\t|:)/.test(text.slice(0, 40))
    const candidate = speakerCandidate(text, 0)
    if (candidate) candidates.set(candidate.name, (candidates.get(candidate.name) ?? 0) + 1)
  }
  return {
    isShouted: shouted > cased / 2 && shouted > 1,
    hasQuestions,
    candidates,
    numbered: lineNumbers(lines.map(({ text }) => text)),
  }
}

export const isAllCapitals = (text: string) => /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text)
