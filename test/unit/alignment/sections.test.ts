import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AlignmentSoFar } from '#alignment/alignment-result.ts'
import type { ScriptWord } from '#alignment/script.ts'
import { sectionsOf } from '#alignment/sections.ts'

/** So many words on each line, of three letters each. */
const spokenOf = (...counts: readonly number[]): ScriptWord[] =>
  counts.flatMap((count, line) =>
    Array.from({ length: count }, (_, at) => ({
      line,
      from: 4 * at,
      to: 4 * at + 3,
      spokenForm: 'abc',
    })),
  )

const order = { anchors: [], duration: 100, soFar: null }

/** As `frames from–to: words from–to`. */
const sections = (...given: Parameters<typeof sectionsOf>) =>
  sectionsOf(...given).map(
    ({ frames, words }) => `${frames.from}–${frames.to}: ${words.from}–${words.to}`,
  )

const known = (soFar: Partial<AlignmentSoFar>): AlignmentSoFar => ({
  heardUntil: 0,
  decidedLines: 0,
  words: [],
  issues: [],
  ...soFar,
})

const wordAt = (line: number, from: number) => ({
  line,
  from,
  to: from + 3,
  start: 1,
  end: 2,
  confidence: 1,
})

describe('the sections to align', () => {
  test('is the whole text in the whole sound', () => {
    expect(sections(order, spokenOf(2, 3))).toEqual(['0–10000: 0–5'])
  })

  test('is what lies between each two anchors', () => {
    const anchors = [
      { line: 1, time: 20 },
      { line: 3, time: 50.5 },
    ]
    expect(sections({ ...order, anchors }, spokenOf(2, 3, 1, 4))).toEqual([
      '0–2000: 0–2',
      '2000–5050: 2–6',
      '5050–10000: 6–10',
    ])
  })

  test('begins at an anchor with the next line that is spokenForm: spoken, where its own is not', () => {
    const anchors = [{ line: 1, time: 20 }]
    expect(sections({ ...order, anchors }, spokenOf(2, 0, 3))).toEqual([
      '0–2000: 0–2',
      '2000–10000: 2–5',
    ])
  })

  test('is nothing after an anchor of a line after which nothing is spoken', () => {
    const anchors = [{ line: 2, time: 20 }]
    expect(sections({ ...order, anchors }, spokenOf(2, 3, 0))).toEqual([
      '0–2000: 0–5',
      '2000–10000: 5–5',
    ])
  })

  test('lies within the range that is wanted, and within the sound', () => {
    const range = { start: 30, end: 200 }
    const anchors = [
      { line: 1, time: 20 },
      { line: 2, time: 40 },
    ]
    expect(sections({ ...order, range, anchors }, spokenOf(2, 2, 2))).toEqual([
      '3000–4000: 0–4',
      '4000–10000: 4–6',
    ])
  })
})

describe('the remaining sections', () => {
  const spoken = spokenOf(3, 3, 3)

  test.each([
    ['after the lines that are decided', { decidedLines: 1 }, 3],
    [
      'after the last word that was timed',
      { decidedLines: 1, words: [wordAt(0, 8), wordAt(1, 0)] },
      4,
    ],
    [
      'after the words that are missing',
      { decidedLines: 1, issues: [{ line: 1, from: 0, to: 7, reason: 'not-heard' as const }] },
      5,
    ],
    [
      'after words that are doubtful where they are',
      { decidedLines: 1, issues: [{ line: 1, from: 0, to: 11, reason: 'unclear' as const }] },
      3,
    ],
    ['nothing, when all lines are decided', { decidedLines: 3 }, 9],
  ])('begins %s', (_, soFar, first) => {
    const it = sections({ ...order, soFar: known({ heardUntil: 42, ...soFar }) }, spoken)
    expect(it).toEqual([`4200–10000: ${first}–9`])
  })

  test('keeps to the anchors that are still to come, not to those of lines that are decided', () => {
    const soFar = known({ heardUntil: 42, decidedLines: 1 })
    const anchors = [
      { line: 0, time: 30 },
      { line: 2, time: 60 },
    ]
    expect(sections({ ...order, soFar, anchors }, spoken)).toEqual([
      '4200–6000: 3–6',
      '6000–10000: 6–9',
    ])
  })

  test('returns to an anchor in audio that was decoded without finding its line', () => {
    const soFar = known({ heardUntil: 80, decidedLines: 1 })
    const anchors = [
      { line: 1, time: 30 },
      { line: 2, time: 60 },
    ]
    expect(sections({ ...order, soFar, anchors }, spoken)).toEqual([
      '3000–6000: 3–6',
      '6000–10000: 6–9',
    ])
    const range = { start: 35, end: 90 }
    expect(sections({ ...order, soFar, anchors, range }, spoken)).toEqual([
      '3500–6000: 3–6',
      '6000–9000: 6–9',
    ])
  })

  test('goes back to the last word that was found for the lines before such an anchor', () => {
    const soFar = known({ heardUntil: 80, decidedLines: 1, words: [wordAt(0, 8), wordAt(2, 8)] })
    const anchors = [{ line: 2, time: 60 }]
    expect(sections({ ...order, soFar, anchors }, spoken)).toEqual([
      '200–6000: 3–6',
      '6000–10000: 6–9',
    ])
    const later = [{ ...wordAt(0, 8), start: 70, end: 71 }]
    expect(sections({ ...order, soFar: { ...soFar, words: later }, anchors }, spoken)).toEqual([
      '6000–6000: 3–6',
      '6000–10000: 6–9',
    ])
  })
})

test('sections follow on one another without a hole or an overlap, whatever the anchors', () => {
  const times = fc.array(fc.tuple(fc.nat(120), fc.nat(9)), { maxLength: 6 })
  fc.assert(
    fc.property(times, fc.array(fc.nat(3), { minLength: 10, maxLength: 10 }), (pairs, counts) => {
      const [seconds, lines] = [0, 1].map((place) =>
        pairs.map((pair) => pair[place]!).toSorted((a, b) => a - b),
      )
      const anchors = seconds!.map((time, at) => ({ line: lines![at]!, time }))
      const spoken = spokenOf(...counts)
      const found = sectionsOf({ ...order, anchors }, spoken)
      let [frame, word] = [0, 0]
      for (const { frames, words } of found) {
        expect([frames.from, words.from]).toEqual([frame, word])
        expect(frames.to).toBeGreaterThanOrEqual(frames.from)
        expect(words.to).toBeGreaterThanOrEqual(words.from)
        frame = frames.to
        word = words.to
      }
      expect([frame, word]).toEqual([10_000, spoken.length])
    }),
  )
})
