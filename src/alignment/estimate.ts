import { nothingSoFar, withTallySoFar } from './alignment-result.ts'
import type {
  AlignedWord,
  AlignmentOrder,
  AlignmentOutcome,
  AlignmentStep,
} from './alignment-result.ts'
import { framesPerSecond } from './acoustic-features/mel-cepstra.ts'
import type { SpokenWord } from './script.ts'
import type { Section } from './decoding/decode-section.ts'
import { sectionsOf } from './sections.ts'

const wordsAStep = 1000

/**
 * Spreads words over the time there is, by their letters, for languages that nothing here can hear. Times are
 * off by seconds, less near an anchor, and all of them are called estimated.
 */
export async function* estimate(
  order: AlignmentOrder,
  spoken: readonly SpokenWord[],
): AsyncGenerator<AlignmentStep, AlignmentOutcome, void> {
  let unsure = 0
  const sections = sectionsOf(order, spoken)
  for (const section of sections) {
    const words = joinStretches(spread(section, spoken))
    unsure += words.length
    const after = spoken[section.words.to]?.line ?? order.script.lines.length
    for (let at = 0; at < words.length; at += wordsAStep) {
      const step = words.slice(at, at + wordsAStep)
      const isLast = at + wordsAStep >= words.length
      yield {
        heardUntil: isLast ? section.frames.to / framesPerSecond : step.at(-1)!.end,
        decidedLines: isLast ? after : words[at + wordsAStep]!.line,
        words: step,
        issues: linesOf(step).map((line) => ({
          line,
          from: 0,
          to: order.script.lines[line]!.text.length,
          reason: 'estimated',
        })),
      }
    }
  }
  const tally = withTallySoFar(
    { sure: 0, unsure, notHeard: 0 },
    {
      soFar: order.soFar ?? nothingSoFar,
      decided: spoken.slice(0, sections[0]!.words.from),
    },
  )
  return { kind: 'aligned', method: 'estimated', tally }
}

function spread({ frames, words }: Section, spoken: readonly SpokenWord[]): AlignedWord[] {
  const said = spoken.slice(words.from, words.to)
  const letters = said.reduce((sum, word) => sum + weigh(word), 0)
  const aLetter = (frames.to - frames.from) / framesPerSecond / letters
  let at = frames.from / framesPerSecond
  return said.map((word) => {
    const start = at
    at += weigh(word) * aLetter
    const { line, from, to } = word
    return { line, from, to, start, end: at, confidence: 0 }
  })
}

const weigh = ({ spoken }: SpokenWord) => spoken.length + 1

/** The words that a number is read as are one stretch of the text. */
function joinStretches(words: readonly AlignedWord[]): AlignedWord[] {
  const joined: AlignedWord[] = []
  for (const word of words) {
    const last = joined.at(-1)
    if (last && last.line === word.line && last.from === word.from) {
      joined[joined.length - 1] = { ...last, end: word.end }
    } else joined.push(word)
  }
  return joined
}

const linesOf = (words: readonly AlignedWord[]) => [...new Set(words.map(({ line }) => line))]
