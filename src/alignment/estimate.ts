import type {
  AlignedWord,
  AlignmentOrder,
  AlignmentOutcome,
  AlignmentStep,
  Doubt,
} from './aligned.ts'
import type { SpokenWord } from './script.ts'

const linesAStep = 200

/**
 * Spreads words over the time there is, by their letters, for languages that nothing here can hear. Times are
 * off by seconds, and all of them are called estimated.
 */
export async function* estimate(
  { duration, stretch, script }: AlignmentOrder,
  spoken: readonly SpokenWord[],
): AsyncGenerator<AlignmentStep, AlignmentOutcome, void> {
  const begin = stretch?.start ?? 0
  const end = stretch?.end ?? duration
  const letters = spoken.reduce((sum, word) => sum + weigh(word), 0)
  const aLetter = (end - begin) / letters
  let at = begin
  const timed = spoken.map((word): AlignedWord => {
    const start = at
    at += weigh(word) * aLetter
    const { line, from, to } = word
    return { line, from, to, start, end: at, confidence: 0 }
  })
  const words = joinStretches(timed)
  let next = 0
  for (let line = 0; line < script.lines.length; line += linesAStep) {
    const before = Math.min(script.lines.length, line + linesAStep)
    const first = next
    while (next < words.length && words[next]!.line < before) next++
    const step = words.slice(first, next)
    const doubts = script.lines.slice(line, before).flatMap(({ text }, offset): Doubt[] => {
      const doubted = line + offset
      const holdsWord = step.some((word) => word.line === doubted)
      return holdsWord ? [{ line: doubted, from: 0, to: text.length, reason: 'estimated' }] : []
    })
    yield { heardUntil: step.at(-1)?.end ?? begin, decidedLines: before, words: step, doubts }
  }
  const tally = { sure: 0, unsure: words.length, notHeard: 0 }
  return { kind: 'aligned', method: 'estimated', tally }
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
