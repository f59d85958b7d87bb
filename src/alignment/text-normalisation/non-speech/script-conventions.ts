import type { Script } from '../../script.ts'
import { lineNumbers } from './line-numbers.ts'
import { speakerCandidate } from './speaker-candidate.ts'

/** What can be told about a line only by having seen the others. */
export interface ScriptConventions {
  /** Most of it is in capitals, as captions are, so capitals mean nothing. */
  readonly isShouted: boolean
  /** Q. and A. stand before questions and answers. */
  readonly hasQuestions: boolean
  /** How often lines begin with these words and a colon. */
  readonly speakerCounts: ReadonlyMap<string, number>
  /** By line: where the text begins after the number that the paper had at its margin. */
  readonly lineNumberEnds: ReadonlyMap<number, number>
}

export function detectConventions({ lines }: Script): ScriptConventions {
  const speakerCounts = new Map<string, number>()
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
    if (candidate) speakerCounts.set(candidate.name, (speakerCounts.get(candidate.name) ?? 0) + 1)
  }
  return {
    isShouted: shouted > cased / 2 && shouted > 1,
    hasQuestions,
    speakerCounts,
    lineNumberEnds: lineNumbers(lines.map(({ text }) => text)),
  }
}

export const isAllCapitals = (text: string) => /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text)
