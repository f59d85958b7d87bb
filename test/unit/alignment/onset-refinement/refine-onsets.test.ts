import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ScoreCache } from '#alignment/scoring/score-cache.ts'
import { loudnessStepsPerFrame } from '#alignment/acoustic-features/loudness-meter.ts'
import { refineOnsets } from '#alignment/onset-refinement/refine-onsets.ts'
import type { DecodedWord } from '#alignment/decoding/viterbi.ts'

/** A fake recording: loud in these ranges of frames, quiet elsewhere. */
function heardOf(frames: number, loud: readonly { from: number; to: number }[]): ScoreCache {
  const all = new Float32Array(frames * loudnessStepsPerFrame).fill(1e-6)
  for (const { from, to } of loud)
    all.fill(0.01, from * loudnessStepsPerFrame, to * loudnessStepsPerFrame)
  return {
    score: () => Promise.reject(new Error('no scores must be requested')),
    loudness: async ({ from, to }) =>
      all.slice(from * loudnessStepsPerFrame, to * loudnessStepsPerFrame),
    evictBefore() {},
  }
}

const word = (
  number: number,
  start: number,
  end: number,
  more: Partial<DecodedWord> = {},
): DecodedWord => ({
  word: number,
  start,
  end,
  score: -30,
  fillerAfter: false,
  ...more,
})

const noGap = { fillerBefore: false, since: 0, until: 2000 }

describe('a word', () => {
  test('after a pause begins where its sound does', async () => {
    const heard = heardOf(400, [
      { from: 100, to: 150 },
      { from: 200, to: 250 },
    ])
    const placed = await refineOnsets([word(0, 97, 150), word(1, 188, 250)], heard, noGap)
    expect(placed[0]!.start).toBeCloseTo(1, 2)
    expect(placed[1]!.start).toBeCloseTo(2, 2)
    // From 0.01 down to 0.000001.
    expect(placed[1]!.contrast).toBeCloseTo(40, 0)
  })

  test('beside another begins where the search has found it', async () => {
    const heard = heardOf(400, [{ from: 100, to: 200 }])
    const [, second] = await refineOnsets([word(0, 100, 150), word(1, 150, 200)], heard, noGap)
    expect(second!.contrast).toBeNull()
    expect(Math.abs(second!.start - 1.5)).toBeLessThanOrEqual(0.02)
  })

  test('ends where the next one begins, if the sound of that comes early', async () => {
    const heard = heardOf(400, [
      { from: 100, to: 166 },
      { from: 174, to: 200 },
    ])
    const placed = await refineOnsets([word(0, 100, 150), word(1, 156, 200)], heard, noGap)
    expect(placed[1]!.start).toBeCloseTo(1.5, 2)
    expect(placed[0]!.end).toBe(placed[1]!.start)
  })

  test('is as like the sound as its score says, a frame', async () => {
    const [only] = await refineOnsets(
      [word(7, 100, 160, { score: -90 })],
      heardOf(300, [{ from: 100, to: 160 }]),
      noGap,
    )
    expect(only).toMatchObject({ word: 7, frames: 60, likelihoodRatio: -1.5 })
  })

  test('knows of the gaps on both of its sides', async () => {
    const path = [word(0, 0, 50), word(1, 50, 100, { fillerAfter: true }), word(5, 300, 350)]
    const heard = heardOf(500, [
      { from: 0, to: 100 },
      { from: 300, to: 350 },
    ])
    const sides = (fillerBefore: boolean) =>
      refineOnsets(path, heard, { ...noGap, fillerBefore }).then((placed) =>
        placed.map((each) => [each.fillerBefore, each.fillerAfter]),
      )
    expect(await sides(true)).toEqual([
      [true, false],
      [false, true],
      [true, false],
    ])
    expect((await sides(false))[0]).toEqual([false, false])
  })

  test('at the beginning of a piece does not begin in the piece before', async () => {
    const heard = heardOf(400, [{ from: 100, to: 200 }])
    const [first] = await refineOnsets([word(0, 100, 120)], heard, { ...noGap, until: 120 })
    const [second] = await refineOnsets([word(1, 120, 200)], heard, { ...noGap, since: 120 })
    expect(second!.start).toBeGreaterThanOrEqual(first!.end)
  })
})

test('there is nothing to place in an empty path', async () => {
  expect(await refineOnsets([], heardOf(10, []), noGap)).toEqual([])
})

test('words stay in order, each of some length, whatever the sound', async () => {
  const pieces = fc.array(fc.tuple(fc.nat(60), fc.integer({ min: 3, max: 80 })), { maxLength: 12 })
  const ranges = fc.array(fc.record({ from: fc.nat(1500), to: fc.nat(1500) }), { maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(pieces, ranges, async (lengths, loud) => {
      let at = 0
      const path = lengths.map(([pause, length], number) => {
        const start = at + pause
        at = start + length
        return word(number, start, at)
      })
      const placed = await refineOnsets(path, heardOf(1800, loud), noGap)
      expect(placed.map((each) => each.word)).toEqual(path.map((each) => each.word))
      placed.forEach(({ start, end }, place) => {
        expect(start).toBeGreaterThanOrEqual(0)
        expect(end).toBeGreaterThan(start)
        const next = placed[place + 1]
        if (next) expect(end).toBeLessThanOrEqual(next.start + 1e-9)
      })
    }),
    { numRuns: 200 },
  )
})
