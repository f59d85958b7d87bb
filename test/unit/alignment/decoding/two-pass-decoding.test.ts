import { describe, expect, test } from 'vitest'
import { createTwoPassDecoder } from '#alignment/decoding/two-pass-decoding.ts'
import type { DecodedWord } from '#alignment/decoding/viterbi.ts'
import { lenientPenalties, strictPenalties } from '#alignment/decoding/penalties.ts'
import type { WindowRequest, DecodeWindow } from '#alignment/decoding/decode-window.ts'

const frames = 6000
const place = {
  frames: { from: 0, to: frames },
  words: { from: 0, to: 200 },
  ends: { startsInFiller: true, to: 'anywhere' },
} as const

/** Consecutive words of half a second with good scores. */
const heard = (count: number): DecodedWord[] =>
  Array.from({ length: count }, (_, word) => ({
    word,
    start: 50 * word,
    end: 50 * (word + 1),
    score: -20,
    fillerAfter: word === count - 1,
  }))

type Kind = 'strict' | 'lenient' | 'decoy'
const kindOf = ({ penalties, isReversed }: WindowRequest): Kind =>
  isReversed ? 'decoy' : penalties === lenientPenalties ? 'lenient' : 'strict'

/** A fake decoder: finds this many words with this score, and records its calls. */
function searching(answers: Record<Kind, { words: number; score: number }>) {
  const asked: Kind[] = []
  const searched: WindowRequest[] = []
  const search: DecodeWindow = async (wanted) => {
    const kind = kindOf(wanted)
    asked.push(kind)
    searched.push(wanted)
    const { words, score } = answers[kind]
    return { frames, words: heard(words), fillerBefore: true, score }
  }
  const { decode, probe } = createTwoPassDecoder(search)
  return { asked, searched, decode, probe }
}

const nothing = { words: 0, score: -12_000 }

describe('a window', () => {
  test('that is mostly words is searched once', async () => {
    const { asked, decode } = searching({
      strict: { words: 100, score: -2000 },
      lenient: nothing,
      decoy: nothing,
    })
    const { words, frames: searched } = await decode(place)
    expect([words.length, searched]).toEqual([100, frames])
    expect(asked).toEqual(['strict'])
  })

  test('with few matches is searched again with lenient penalties, after a sample of it', async () => {
    const { asked, searched, decode } = searching({
      strict: { words: 0, score: -12_000 },
      lenient: { words: 100, score: -4000 },
      decoy: { words: 100, score: -24_000 },
    })
    expect((await decode(place)).words).toHaveLength(100)
    expect(asked).toEqual(['strict', 'lenient', 'decoy', 'lenient'])
    expect(searched[1]!.frames).toEqual({ from: 0, to: 2500 })
    expect(searched[2]!.frames).toEqual({ from: 0, to: 2500 })
    expect(searched[3]!.frames).toEqual(place.frames)
  })

  test('is rejected if the reversed text fits as well', async () => {
    const { asked, decode } = searching({
      strict: nothing,
      lenient: { words: 100, score: -4000 },
      decoy: { words: 100, score: -3900 },
    })
    expect((await decode(place)).words).toEqual([])
    expect(asked).toEqual(['strict', 'lenient', 'decoy'])
  })

  test('is sampled where nothing matched, with the words that may come there', async () => {
    const { searched, decode } = searching({
      strict: { words: 40, score: -8000 },
      lenient: nothing,
      decoy: nothing,
    })
    expect((await decode(place)).words).toHaveLength(40)
    expect(searched[1]).toMatchObject({
      frames: { from: 2000, to: 4500 },
      words: { from: 40, to: 200 },
    })
  })

  test('after one that needed lenient penalties begins with them, until they do not help', async () => {
    const answers = {
      strict: { words: 0, score: -12_000 },
      lenient: { words: 100, score: -4000 },
      decoy: { words: 100, score: -24_000 },
    }
    const { asked, decode } = searching(answers)
    await decode(place)
    asked.length = 0
    await decode(place)
    expect(asked).not.toContain('strict')
    answers.lenient = nothing
    answers.decoy = nothing
    answers.strict = { words: 100, score: -2000 }
    asked.length = 0
    expect((await decode(place)).words).toHaveLength(100)
    expect(asked.at(-1)).toBe('strict')
    asked.length = 0
    await decode(place)
    expect(asked).toEqual(['strict'])
  })
})

test('lenient penalties make gaps more expensive than strict ones', () => {
  expect(lenientPenalties.fillerFrame).toBeGreaterThan(strictPenalties.fillerFrame)
  expect(lenientPenalties.fillerEntry).toBeGreaterThan(strictPenalties.fillerEntry)
})

test('long texts are searched with strict penalties, until the recording has needed lenient ones', async () => {
  const { asked, decode, probe } = searching({
    strict: { words: 0, score: -12_000 },
    lenient: { words: 100, score: -4000 },
    decoy: { words: 100, score: -24_000 },
  })
  expect((await probe(place)).words).toHaveLength(0)
  expect(asked).toEqual(['strict'])
  await decode(place)
  expect((await probe(place)).words).toHaveLength(100)
})
