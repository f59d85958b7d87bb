import { isAllCapitals } from '#transcript/conventions/sound-descriptions.ts'
import type { Script } from '../../script.ts'
import { lineNumbers } from '#transcript/conventions/line-numbers.ts'
import { candidatesInside } from './candidates-inside.ts'
import { speakerCandidate } from '#transcript/conventions/speaker-candidate.ts'

/** Properties of a whole script that decide how a line is read. */
export interface ScriptConventions {
  /** Mostly in capitals, as captions are, so capitals carry no meaning. */
  readonly isShouted: boolean
  /** Q. and A. mark questions and answers. */
  readonly hasQuestions: boolean
  /** How many lines start with these words and a colon. */
  readonly speakerCounts: ReadonlyMap<string, number>
  /** How often these words and a colon begin a line, or a sentence inside one. */
  readonly speakerCountsAnywhere: ReadonlyMap<string, number>
  /** By line: the offset of the text after a court transcript's line number. */
  readonly lineNumberEnds: ReadonlyMap<number, number>
}

export function detectConventions({ lines }: Script): ScriptConventions {
  const speakerCounts = new Map<string, number>()
  const speakerCountsAnywhere = new Map<string, number>()
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
    if (candidate) increment(speakerCounts, candidate.name)
    for (const { name } of [...(candidate ? [candidate] : []), ...candidatesInside(text)]) {
      increment(speakerCountsAnywhere, name)
    }
  }
  return {
    isShouted: shouted > cased / 2 && shouted > 1,
    hasQuestions,
    speakerCounts,
    speakerCountsAnywhere,
    lineNumberEnds: lineNumbers(lines.map(({ text }) => text)),
  }
}

const increment = (counts: Map<string, number>, key: string) =>
  counts.set(key, (counts.get(key) ?? 0) + 1)
