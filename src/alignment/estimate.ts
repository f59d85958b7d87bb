import { nothingSoFar, withTallySoFar } from './alignment-result.ts'
import type {
  AlignedWord,
  AlignmentOrder,
  AlignmentOutcome,
  AlignmentStep,
} from './alignment-result.ts'
import { framesPerSecond } from './acoustic-features/frames.ts'
import type { ScriptWord } from './script.ts'
import type { Section } from './decoding/decode-section.ts'
import { sectionsOf } from './sections.ts'

const wordsPerStep = 1000

/**
 * Spreads words over the audio in proportion to their letters, for languages without an acoustic model. Times are off by
 * seconds, less near an anchor, and every line has an `estimated` issue.
 */
export async function* estimateByLength(
  order: AlignmentOrder,
  spoken: readonly ScriptWord[],
): AsyncGenerator<AlignmentStep, AlignmentOutcome, void> {
  let unsure = 0
  const sections = sectionsOf(order, spoken)
  for (const section of sections) {
    const words = joinSpans(spread(section, spoken))
    unsure += words.length
    const after = spoken[section.words.to]?.line ?? order.script.lines.length
    for (let at = 0; at < words.length; at += wordsPerStep) {
      const step = words.slice(at, at + wordsPerStep)
      const isLast = at + wordsPerStep >= words.length
      yield {
        heardUntil: isLast ? section.frames.to / framesPerSecond : step.at(-1)!.end,
        decidedLines: isLast ? after : words[at + wordsPerStep]!.line,
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

function spread({ frames, words }: Section, spoken: readonly ScriptWord[]): AlignedWord[] {
  const section = spoken.slice(words.from, words.to)
  const letters = section.reduce((sum, word) => sum + weigh(word), 0)
  const secondsPerLetter = (frames.to - frames.from) / framesPerSecond / letters
  let at = frames.from / framesPerSecond
  return section.map((word) => {
    const start = at
    at += weigh(word) * secondsPerLetter
    const { line, from, to } = word
    return { line, from, to, start, end: at, confidence: 0 }
  })
}

const weigh = ({ spokenForm }: ScriptWord) => spokenForm.length + 1

/** Joins the words of a number, which share a span. */
function joinSpans(words: readonly AlignedWord[]): AlignedWord[] {
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
