import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DecodedWord } from '#alignment/decoding/viterbi.ts'
import { decodeSection } from '#alignment/decoding/decode-section.ts'
import type { DecodedPart, Section } from '#alignment/decoding/decode-section.ts'
import type { DecodeWindow } from '#alignment/decoding/decode-window.ts'
import { createHiss } from '../acoustic-features/synthetic-audio.ts'

const minute = 6000

async function follow(search: DecodeWindow, section: Section): Promise<DecodedPart[]> {
  const decided: DecodedPart[] = []
  for await (const each of decodeSection(search, section)) {
    decided.push(each)
    if (decided.length > 10_000) throw new Error('it goes on for ever')
  }
  return decided
}

const wordsOf = (decided: readonly DecodedPart[]) =>
  decided.flatMap(({ matched }) => matched.map(({ word }) => word))

/** Checks that each word is decided once, in order, and that times are inside the section and increase. */
function expectInOrder(decided: readonly DecodedPart[], { words, frames }: Section) {
  let next = words.from
  let until = frames.from
  let last = { word: words.from - 1, end: frames.from }
  for (const each of decided) {
    expect(each.words.from).toBe(next)
    expect(each.words.to).toBeGreaterThanOrEqual(next)
    for (const { word, start, end } of each.matched) {
      expect(word).toBeGreaterThan(last.word)
      expect(word).toBeGreaterThanOrEqual(each.words.from)
      expect(word).toBeLessThan(each.words.to)
      expect(start).toBeGreaterThanOrEqual(last.end)
      last = { word, end }
    }
    expect(each.until).toBeGreaterThanOrEqual(Math.max(until, last.end))
    next = each.words.to
    until = each.until
  }
  expect(next).toBe(words.to)
  expect(until).toBeLessThanOrEqual(frames.to)
}

/** A random decoder: words of the range anywhere in the frames, with or without gaps, with any score. */
function searchingAtRandom(seed: number, { soundEnds }: { soundEnds: number }): DecodeWindow {
  const hiss = createHiss(seed)
  const chance = () => (hiss() + 1) / 2
  const some = (most: number, rareness: number) => Math.floor(chance() ** rareness * most)
  return async ({ frames, words, isReversed }) => {
    const length = Math.max(0, Math.min(frames.to, soundEnds) - frames.from)
    const worst = -200 * chance() ** 6
    const found: DecodedWord[] = []
    let word = words.from + (chance() < 0.3 ? some(500, 2) : 0)
    let at = frames.from + some(300, 2)
    while (word < words.to) {
      const end = at + 10 + some(300, 5)
      if (end > frames.from + length) break
      const fillerAfter = chance() < 0.02
      found.push({ word, start: at, end, score: worst * chance(), fillerAfter })
      at = end + (fillerAfter ? some(3000, 1) : some(300, 6))
      word += fillerAfter ? 1 + some(200, 3) : 1
    }
    const score = isReversed ? -1e6 * (chance() - 0.5) : -found.length
    return { frames: length, words: found, fillerBefore: chance() < 0.2, score }
  }
}

test('each word is decided upon once, in order, whatever is found', async () => {
  let heard = 0
  await fc.assert(
    fc.asyncProperty(
      fc.nat(),
      fc.record({ from: fc.nat(20_000), length: fc.integer({ min: 0, max: 10 * minute }) }),
      fc.record({ from: fc.nat(100), count: fc.nat(3000) }),
      fc.constantFrom(0, 0.3, 0.97, 1, 1.2),
      async (seed, { from, length }, { from: first, count }, share) => {
        const section = {
          frames: { from, to: from + length },
          words: { from: first, to: first + count },
        }
        const soundEnds = from + Math.floor(share * length)
        const decided = await follow(searchingAtRandom(seed, { soundEnds }), section)
        expectInOrder(decided, section)
        heard += wordsOf(decided).length
      },
    ),
    { numRuns: 120 },
  )
  expect(heard).toBeGreaterThan(1000)
})

const section = (minutes: number, words: number): Section => ({
  frames: { from: 0, to: minutes * minute },
  words: { from: 0, to: words },
})

/** A fake recording in which these words are spoken, half a second each, from these frames on. */
function recordingOf(parts: readonly { from: number; to: number; at: number }[]): DecodeWindow {
  const said = parts.flatMap(({ from, to, at }) =>
    Array.from({ length: to - from }, (_, place) => ({
      word: from + place,
      start: at + 50 * place,
      end: at + 50 * (place + 1),
    })),
  )
  return async ({ frames, words, isReversed }) => {
    const inWindow = said.filter(
      ({ word, start, end }) =>
        start >= frames.from && end <= frames.to && word >= words.from && word < words.to,
    )
    const path = inWindow.map((word, at): DecodedWord => {
      const next = inWindow[at + 1]
      const goesOn = next?.word === word.word + 1 && next.start === word.end
      const isRim = !next && (word.end < frames.to - 50 || word.word === words.to - 1)
      return { ...word, score: -20, fillerAfter: next ? !goesOn : isRim }
    })
    const first = inWindow[0]
    const fillerBefore =
      first !== undefined && (first.word > words.from || first.start > frames.from + 50)
    const score = isReversed ? -1e6 : -20 * path.length
    return { frames: frames.to - frames.from, words: isReversed ? [] : path, fillerBefore, score }
  }
}

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => from + at)

describe('what is said is found', () => {
  test('from the first word to the last', async () => {
    const recording = recordingOf([{ from: 0, to: 1200, at: 100 }])
    const decided = await follow(recording, section(10.1, 1200))
    expect(wordsOf(decided)).toEqual(range(0, 1200))
    expect(decided.length).toBeGreaterThan(5)
  })

  test('after three minutes of music', async () => {
    const recording = recordingOf([
      { from: 0, to: 100, at: 0 },
      { from: 100, to: 300, at: 5000 + 3 * minute },
    ])
    expect(wordsOf(await follow(recording, section(6, 300)))).toEqual(range(0, 300))
  })

  test('after three minutes of text that is not spoken', async () => {
    const recording = recordingOf([
      { from: 0, to: 200, at: 0 },
      { from: 1000, to: 1600, at: 10_000 },
    ])
    const decided = await follow(recording, section(7, 1600))
    expect(wordsOf(decided)).toEqual([...range(0, 200), ...range(1000, 1600)])
  })

  test('where the beginning of the text was cut away', async () => {
    const recording = recordingOf([{ from: 2000, to: 2600, at: 0 }])
    const decided = await follow(recording, section(5, 2600))
    expect(wordsOf(decided)).toEqual(range(2000, 2600))
  })

  test('where only the beginning of the text is in the sound', async () => {
    const recording = recordingOf([{ from: 0, to: 200, at: 0 }])
    const decided = await follow(recording, section(10_000 / minute, 3000))
    expect(wordsOf(decided)).toEqual(range(0, 200))
    expectInOrder(decided, section(10_000 / minute, 3000))
  })

  test('in a recording of half a minute, of a place far into the text', async () => {
    const recording = recordingOf([{ from: 1500, to: 1560, at: 0 }])
    expect(wordsOf(await follow(recording, section(0.5, 3000)))).toEqual(range(1500, 1560))
  })

  test('in the last minute, after text that is not spoken', async () => {
    const recording = recordingOf([
      { from: 0, to: 240, at: 0 },
      { from: 1500, to: 1600, at: 12_000 },
    ])
    const decided = await follow(recording, section(17_000 / minute, 1600))
    expect(wordsOf(decided)).toEqual([...range(0, 240), ...range(1500, 1600)])
  })
})

test('words that are certain early are reported early', async () => {
  const decided = await follow(recordingOf([{ from: 0, to: 1200, at: 0 }]), section(10, 1200))
  for (const { matched, until } of decided) {
    expect(until - (matched[0]?.start ?? until)).toBeLessThanOrEqual(minute)
  }
})

test('a gap is reported on both of its sides, also where a window was cut', async () => {
  // The second part begins in the pause, where the first window may be cut.
  for (const words of [30, 60, 70, 80, 84, 90, 100, 120]) {
    const recording = recordingOf([
      { from: 0, to: words, at: 0 },
      { from: words, to: 400, at: 50 * words + 1500 },
    ])
    const decided = await follow(recording, section(5, 400))
    const gaps = decided.flatMap(({ matched, fillerBefore }) =>
      matched.flatMap(({ word }, at) => {
        const isAfterGap = at === 0 ? fillerBefore : matched[at - 1]!.fillerAfter
        return isAfterGap ? [word] : []
      }),
    )
    expect(gaps, `after ${words} words`).toContain(words)
  }
})

describe('where nothing is found', () => {
  const nothing: DecodeWindow = async ({ frames }) => ({
    frames: frames.to - frames.from,
    words: [],
    fillerBefore: true,
    score: 0,
  })

  test('all words are decided to be missing, in the end', async () => {
    const decided = await follow(nothing, section(60, 9000))
    expect(wordsOf(decided)).toEqual([])
    expectInOrder(decided, section(60, 9000))
  })

  test.each([
    { name: 'no words', it: section(3, 0) },
    { name: 'no sound', it: section(0, 100) },
  ])('because there are $name, it ends', async ({ it }) => {
    const decided = await follow(nothing, it)
    expectInOrder(decided, it)
    expect(wordsOf(decided)).toEqual([])
  })
})

test('the words left when the sound ends too soon are missing', async () => {
  const inFull = recordingOf([{ from: 0, to: 150, at: 0 }])
  const ending: DecodeWindow = async (place) => {
    const to = Math.max(place.frames.from, Math.min(place.frames.to, 7500))
    return inFull({ ...place, frames: { from: place.frames.from, to } })
  }
  const decided = await follow(ending, section(30, 1000))
  expect(wordsOf(decided)).toEqual(range(0, 150))
  expectInOrder(decided, section(30, 1000))
})

/** A fake decoder: consecutive words of half a second, as many as are requested. */
function saying(...runs: readonly { word: number; at: number; count: number }[]): DecodeWindow {
  const said = runs.flatMap(({ word, at, count }) =>
    Array.from({ length: count }, (_, place) => ({
      word: word + place,
      start: at + 50 * place,
      end: at + 50 * (place + 1),
      score: -5,
      fillerAfter: place === count - 1,
    })),
  )
  return async ({ frames, words }) => ({
    frames: frames.to - frames.from,
    words: said.filter(
      ({ word, start, end }) =>
        word >= words.from && word < words.to && start >= frames.from && end <= frames.to,
    ),
    fillerBefore: true,
    score: -100,
  })
}

test('in the last window, too, the text is searched to the end of the audio', async () => {
  const search = saying({ word: 600, at: 3400, count: 40 })
  const section = { frames: { from: 0, to: 5800 }, words: { from: 0, to: 700 } }
  const decided = await follow(search, section)
  expectInOrder(decided, section)
  expect(wordsOf(decided)).toEqual(Array.from({ length: 40 }, (_, at) => 600 + at))
})

test('words that are one number are decided upon together', async () => {
  const search = saying({ word: 0, at: 0, count: 400 })
  const section = { frames: { from: 0, to: 20_000 }, words: { from: 0, to: 400 } }
  const decided: DecodedPart[] = []
  const isJoined = (word: number) => word % 10 !== 0
  for await (const each of decodeSection(search, section, isJoined)) decided.push(each)
  expectInOrder(decided, section)
  expect(wordsOf(decided)).toHaveLength(400)
  expect(decided.length).toBeGreaterThan(4)
  for (const { words } of decided) expect(words.from % 10).toBe(0)
})
