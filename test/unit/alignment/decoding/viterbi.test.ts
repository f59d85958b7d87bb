import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeViterbi } from '#alignment/decoding/viterbi.ts'
import type { Penalties } from '#alignment/decoding/penalties.ts'
import type { PathEnds } from '#alignment/decoding/viterbi.ts'
import { createHiss } from '../acoustic-features/synthetic-audio.ts'
import { graphOf, plainScores, scoresOf, silence } from './synthetic-graph.ts'
import type { Heard } from './synthetic-graph.ts'
import { findBestPathSlowly } from './reference-viterbi.ts'

const penalties: Penalties = { fillerEntry: 60, fillerFrame: 2, skippedWord: 0.5 }
const whole: PathEnds = { startsInFiller: false, to: 'end' }

/** A phone of a word, for a number of frames. */
const say = (frames: number, ...phones: (number | 'noise')[]): Heard =>
  phones.flatMap((phone) => Array<number | 'noise'>(frames).fill(phone))

/** The words that were found, as `word from–to`, with `…` for a gap. */
function follow(words: readonly number[][], heard: Heard, ends = whole): string {
  const graph = graphOf(words.map((phones) => [phones]))
  const path = decodeViterbi(graph, plainScores(graph, heard), { penalties, ends })
  const said = path.words.map(
    ({ word, start, end, fillerAfter }) => `${word} ${start}–${end}${fillerAfter ? ' …' : ''}`,
  )
  return [...(path.fillerBefore ? ['…'] : []), ...said].join(' ')
}

const threeWords = [
  [1, 2],
  [3, 4],
  [5, 6],
]

describe('the path goes', () => {
  test('from word to word if each is in the audio', () => {
    const heard = say(4, 1, 2, 3, 4, 5, 6)
    expect(follow(threeWords, heard)).toBe('0 0–8 1 8–16 2 16–24')
  })

  test('through the silence between words, which belongs to none of them', () => {
    const heard = [...say(4, silence, 1, 2), ...say(9, silence), ...say(4, 3, 4, 5, 6, silence)]
    expect(follow(threeWords, heard)).toBe('0 4–12 1 21–29 2 29–37')
  })

  test('past a word that is not in the sound, where something else is', () => {
    const heard = [...say(12, 1, 2), ...say(12, 'noise'), ...say(12, 5, 6)]
    expect(follow(threeWords, heard)).toBe('0 0–24 … 2 36–60')
  })

  test('past sound that is not in the text', () => {
    const heard = [...say(12, 1, 2, 3, 4), ...say(50, 'noise'), ...say(12, 5, 6)]
    expect(follow(threeWords, heard)).toBe('0 0–24 1 24–48 … 2 98–122')
  })

  test('past words and sound that have nothing to do with each other', () => {
    const heard = [...say(12, 1, 2), ...say(40, 'noise', 9), ...say(12, 5, 6)]
    expect(follow(threeWords, heard)).toBe('0 0–24 … 2 104–128')
  })

  test('over a gap at the end, and at the beginning', () => {
    expect(follow(threeWords, [...say(12, 1, 2), ...say(60, 'noise')])).toBe('0 0–24 …')
    const late = { startsInFiller: true, to: 'end' } as const
    expect(follow(threeWords, [...say(60, 'noise'), ...say(12, 5, 6)], late)).toBe('… 2 60–84')
  })

  test('to anywhere in the text, where the sound goes on: a word that has not ended is not reported', () => {
    const heard = say(8, 1, 2, 3)
    expect(follow(threeWords, heard, { startsInFiller: false, to: 'anywhere' })).toBe('0 0–16')
  })

  test('along the spoken pronunciation', () => {
    const graph = graphOf([
      [
        [1, 2],
        [7, 8],
      ],
      [[3, 4]],
    ])
    const heard = say(5, 7, 8, 3, 4)
    const { words, score } = decodeViterbi(graph, plainScores(graph, heard), {
      penalties,
      ends: whole,
    })
    expect(words.map(({ word, start, end }) => [word, start, end])).toEqual([
      [0, 0, 10],
      [1, 10, 20],
    ])
    // Only the transitions of the states cost anything.
    expect(score).toBeGreaterThan(-20)
  })
})

describe('where there is nothing', () => {
  test.each([
    ['to hear', [[1, 2]], []],
    ['to say', [], [1, 2, 'noise']],
    ['at all', [], []],
  ] as const)('%s, no word is found', (_, words, heard) => {
    expect(
      follow(
        words.map((word) => [...word]),
        heard,
        { startsInFiller: true, to: 'end' },
      ),
    ).toBe('…')
  })

  test('of any word, all of them are in a gap', () => {
    expect(follow(threeWords, say(100, 'noise'), { startsInFiller: true, to: 'end' })).toBe('…')
  })
})

/** Words of one to three phones, each with one or two pronunciations. */
const wordsOf = (most: number) =>
  fc.array(
    fc.array(fc.array(fc.integer({ min: 1, max: 11 }), { minLength: 1, maxLength: 3 }), {
      minLength: 1,
      maxLength: 2,
    }),
    { minLength: 1, maxLength: most },
  )

const anyEnds = fc.record({
  startsInFiller: fc.boolean(),
  to: fc.constantFrom('anywhere' as const, 'end' as const),
})

const anyCosts = fc.record({
  fillerEntry: fc.integer({ min: 1, max: 30 }),
  fillerFrame: fc.integer({ min: 1, max: 8 }),
  skippedWord: fc.integer({ min: 1, max: 3 }),
})

function noisyScores(senones: number, frames: number, seed: number) {
  const hiss = createHiss(seed)
  return scoresOf(frames, {
    senones: Float32Array.from({ length: frames * senones }, () => 4 * hiss() - 1),
    silence: Float32Array.from({ length: frames * 3 }, () => 4 * hiss() - 3),
  })
}

test('no other way through words and sound scores better', () => {
  let found = 0
  fc.assert(
    fc.property(
      wordsOf(3),
      fc.integer({ min: 3, max: 12 }),
      fc.nat(),
      anyEnds,
      anyCosts,
      (words, frames, seed, ends, randomCosts) => {
        const graph = graphOf(words, 5)
        const scores = noisyScores(graph.senones.length, frames, seed)
        const how = { penalties: randomCosts, ends }
        const fast = decodeViterbi(graph, scores, how)
        const slow = findBestPathSlowly(graph, scores, how)
        if (slow.score === -Infinity) {
          expect(fast.score).toBeLessThan(-1e29)
          return
        }
        expect(fast.score).toBeCloseTo(slow.score, 2)
        const named = fast.words.map(({ word, start, end }) => ({ word, start, end }))
        expect(named).toEqual(slow.words.map(({ word, start, end }) => ({ word, start, end })))
        fast.words.forEach((word, at) => expect(word.score).toBeCloseTo(slow.words[at]!.score, 2))
        found += fast.words.length
      },
    ),
    { numRuns: 400 },
  )
  // Otherwise empty results would be compared.
  expect(found).toBeGreaterThan(100)
})

test('words are in order, each of some frames, within the audio, for any scores', () => {
  fc.assert(
    fc.property(
      wordsOf(12),
      fc.integer({ min: 0, max: 400 }),
      fc.nat(),
      anyEnds,
      anyCosts,
      (words, frames, seed, ends, randomCosts) => {
        const graph = graphOf(words, 3)
        const scores = noisyScores(graph.senones.length, frames, seed)
        const path = decodeViterbi(graph, scores, { penalties: randomCosts, ends })
        let last = { word: -1, end: 0, fillerAfter: path.fillerBefore }
        for (const { word, start, end, score, fillerAfter } of path.words) {
          // Words are skipped only in gaps.
          if (last.fillerAfter) expect(word).toBeGreaterThan(last.word)
          else expect(word).toBe(last.word + 1)
          expect(start).toBeGreaterThanOrEqual(last.end)
          // The shortest has a phone of three states.
          expect(end - start).toBeGreaterThanOrEqual(3)
          expect(Number.isFinite(score)).toBe(true)
          last = { word, end, fillerAfter }
        }
        expect(last.end).toBeLessThanOrEqual(frames)
        if (ends.to === 'end' && !last.fillerAfter && path.score > -1e29) {
          expect(last.word).toBe(words.length - 1)
        }
      },
    ),
    { numRuns: 80 },
  )
})
