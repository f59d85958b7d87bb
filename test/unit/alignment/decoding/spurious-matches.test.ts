import { describe, expect, test } from 'vitest'
import type { DecodedWord } from '#alignment/decoding/viterbi.ts'
import { strictPenalties } from '#alignment/decoding/penalties.ts'
import { withoutSpuriousMatches } from '#alignment/decoding/spurious-matches.ts'

interface Run {
  readonly words: readonly number[]
  readonly at: number
  /** Whether a gap follows; at the end of the section there may be none. */
  readonly fillerAfter?: boolean
  /** The score of each word against the phone loop. */
  readonly score?: number
}

/** Consecutive words of half a second. */
const run = ({ words, at, fillerAfter = true, score = -20 }: Run): DecodedWord[] =>
  words.map((word, place) => ({
    word,
    start: at + 50 * place,
    end: at + 50 * (place + 1),
    score,
    fillerAfter: fillerAfter && place === words.length - 1,
  }))

const numbers = (from: number, count: number) => Array.from({ length: count }, (_, at) => from + at)

/** What remains of the words of a section that ends a minute after the last word. */
const filtered = (words: readonly DecodedWord[], { fillerBefore = false, next = 0 } = {}) =>
  withoutSpuriousMatches(
    { words, fillerBefore, score: 0 },
    { penalties: strictPenalties, next, frames: { from: 0, to: (words.at(-1)?.end ?? 0) + 6000 } },
  )
const wordsOf = (words: readonly DecodedWord[]) => words.map(({ word }) => word)

describe('of a path', () => {
  test('words without a gap all remain', () => {
    const words = run({ words: numbers(0, 12), at: 0, fillerAfter: false })
    expect(filtered(words)).toEqual(words)
  })

  test('many words with good scores remain beside gaps', () => {
    const words = [
      ...run({ words: numbers(0, 40), at: 0 }),
      ...run({ words: numbers(45, 40), at: 5000, fillerAfter: false }),
    ]
    expect(wordsOf(filtered(words))).toEqual(wordsOf(words))
  })

  test('a single word remains if it is the whole text', () => {
    const [only] = [run({ words: [0], at: 300 })]
    const whole = { from: 0, to: 1 }
    const place = { penalties: strictPenalties, next: 0, frames: { from: 0, to: 1000 } }
    const path = { words: only!, fillerBefore: true, score: 0 }
    expect(withoutSpuriousMatches(path, place)).toEqual([])
    expect(withoutSpuriousMatches(path, { ...place, whole })).toEqual(only)
    expect(withoutSpuriousMatches(path, { ...place, whole: { from: 0, to: 2 } })).toEqual([])
  })

  test('a single word between two gaps is not, and the gap goes on where it stood', () => {
    const words = [
      ...run({ words: numbers(0, 40), at: 0 }),
      ...run({ words: [47], at: 3000 }),
      ...run({ words: numbers(48, 40), at: 5000, fillerAfter: false }),
    ]
    const after = filtered(words)
    expect(wordsOf(after)).toEqual([...numbers(0, 40), ...numbers(48, 40)])
    expect(after.flatMap(({ word, fillerAfter }) => (fillerAfter ? [word] : []))).toEqual([39])
  })

  test('words with bad scores are dropped beside a gap, however many', () => {
    const words = run({ words: numbers(200, 40), at: 0, score: -50 * strictPenalties.fillerFrame })
    expect(filtered(words, { fillerBefore: true })).toEqual([])
  })

  test('the more text would be left out, the better the words after it have to fit', () => {
    const words = run({ words: numbers(500, 8), at: 0, fillerAfter: false })
    expect(wordsOf(filtered(words, { fillerBefore: true, next: 500 }))).toEqual(wordsOf(words))
    expect(filtered(words, { fillerBefore: true, next: 0 })).toEqual([])
  })

  test('a few words between two gaps remain if the gaps are short', () => {
    const found = (gap: number) =>
      wordsOf(
        filtered([
          ...run({ words: numbers(0, 40), at: 0 }),
          ...run({ words: numbers(40, 6), at: 2000 + gap }),
          ...run({ words: numbers(46, 40), at: 2300 + 2 * gap, fillerAfter: false }),
        ]),
      )
    expect(found(200)).toEqual(numbers(0, 86))
    expect(found(3000)).toEqual([...numbers(0, 40), ...numbers(46, 40)])
  })

  test('a word apart from the others at the edge of a gap is dropped alone', () => {
    const heard = run({ words: numbers(0, 40), at: 0, fillerAfter: false })
    const straggler = run({ words: [40], at: 2200, score: -95 })
    const after = filtered([...heard, ...straggler])
    expect(wordsOf(after)).toEqual(numbers(0, 40))
    expect(after.at(-1)!.fillerAfter).toBe(true)
  })

  test('there is nothing left of nothing', () => {
    expect(filtered([])).toEqual([])
  })
})
