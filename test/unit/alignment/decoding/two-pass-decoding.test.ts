import { describe, expect, test } from 'vitest'
import { createBelief } from '#alignment/decoding/two-pass-decoding.ts'
import type { PlacedWord } from '#alignment/decoding/viterbi.ts'
import { lenientCosts, strictCosts } from '#alignment/decoding/penalties.ts'
import type { WindowPlace, WindowSearch } from '#alignment/decoding/decode-window.ts'

const frames = 6000
const place = {
  frames: { from: 0, to: frames },
  words: { from: 0, to: 200 },
  ends: { fromGap: true, to: 'anywhere' },
} as const

/** So many words that fit well, of half a second each, one after the other. */
const heard = (count: number): PlacedWord[] =>
  Array.from({ length: count }, (_, word) => ({
    word,
    start: 50 * word,
    end: 50 * (word + 1),
    score: -20,
    gapAfter: word === count - 1,
  }))

type Kind = 'strict' | 'lenient' | 'decoy'
const kindOf = ({ costs, asDecoy }: WindowPlace): Kind =>
  asDecoy ? 'decoy' : costs === lenientCosts ? 'lenient' : 'strict'

/** The edge: finds so many words, with this score, and remembers what was asked for. */
function searching(answers: Record<Kind, { words: number; score: number }>) {
  const asked: Kind[] = []
  const searched: WindowPlace[] = []
  const search: WindowSearch = async (wanted) => {
    const kind = kindOf(wanted)
    asked.push(kind)
    searched.push(wanted)
    const { words, score } = answers[kind]
    return { frames, words: heard(words), gapBefore: true, score }
  }
  const { look, seek } = createBelief(search)
  return { asked, searched, look, seek }
}

const nothing = { words: 0, score: -12_000 }

describe('a window', () => {
  test('that is mostly words is searched once', async () => {
    const { asked, look } = searching({
      strict: { words: 100, score: -2000 },
      lenient: nothing,
      decoy: nothing,
    })
    const { words, frames: searched } = await look(place)
    expect([words.length, searched]).toEqual([100, frames])
    expect(asked).toEqual(['strict'])
  })

  test('in which words are hard to hear is searched again with goodwill, after a sample of it', async () => {
    const { asked, searched, look } = searching({
      strict: { words: 0, score: -12_000 },
      lenient: { words: 100, score: -4000 },
      decoy: { words: 100, score: -24_000 },
    })
    expect((await look(place)).words).toHaveLength(100)
    expect(asked).toEqual(['strict', 'lenient', 'decoy', 'lenient'])
    expect(searched[1]!.frames).toEqual({ from: 0, to: 2500 })
    expect(searched[2]!.frames).toEqual({ from: 0, to: 2500 })
    expect(searched[3]!.frames).toEqual(place.frames)
  })

  test('in which the words in the wrong order fit as well is not believed', async () => {
    const { asked, look } = searching({
      strict: nothing,
      lenient: { words: 100, score: -4000 },
      decoy: { words: 100, score: -3900 },
    })
    expect((await look(place)).words).toEqual([])
    expect(asked).toEqual(['strict', 'lenient', 'decoy'])
  })

  test('is sampled where nothing was heard, with the words that may come there', async () => {
    const { searched, look } = searching({
      strict: { words: 40, score: -8000 },
      lenient: nothing,
      decoy: nothing,
    })
    expect((await look(place)).words).toHaveLength(40)
    expect(searched[1]).toMatchObject({
      frames: { from: 2000, to: 4500 },
      words: { from: 40, to: 200 },
    })
  })

  test('after one that took goodwill is given it at once, until it does not help', async () => {
    const answers = {
      strict: { words: 0, score: -12_000 },
      lenient: { words: 100, score: -4000 },
      decoy: { words: 100, score: -24_000 },
    }
    const { asked, look } = searching(answers)
    await look(place)
    asked.length = 0
    await look(place)
    expect(asked).not.toContain('strict')
    answers.lenient = nothing
    answers.decoy = nothing
    answers.strict = { words: 100, score: -2000 }
    asked.length = 0
    expect((await look(place)).words).toHaveLength(100)
    expect(asked.at(-1)).toBe('strict')
    asked.length = 0
    await look(place)
    expect(asked).toEqual(['strict'])
  })
})

test('goodwill costs more to refuse: gaps are dearer than in clear sound', () => {
  expect(lenientCosts.gapFrame).toBeGreaterThan(strictCosts.gapFrame)
  expect(lenientCosts.openGap).toBeGreaterThan(strictCosts.openGap)
})

test('much text is looked through without goodwill, until the recording has needed it', async () => {
  const { asked, look, seek } = searching({
    strict: { words: 0, score: -12_000 },
    lenient: { words: 100, score: -4000 },
    decoy: { words: 100, score: -24_000 },
  })
  expect((await seek(place)).words).toHaveLength(0)
  expect(asked).toEqual(['strict'])
  await look(place)
  expect((await seek(place)).words).toHaveLength(100)
})
