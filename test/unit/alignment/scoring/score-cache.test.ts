import { describe, expect, test } from 'vitest'
import { streams } from '#alignment/acoustic-model/acoustic-model.ts'
import { topGaussians } from '#alignment/acoustic-model/nearest-gaussians.ts'
import { scoreSenones } from '#alignment/acoustic-model/senone-scores.ts'
import { blockFrames } from '#alignment/scoring/acoustic-scorer.ts'
import type { AcousticScorer, ScoredBlock } from '#alignment/scoring/acoustic-scorer.ts'
import { createScoreCache } from '#alignment/scoring/score-cache.ts'
import { loudnessStepsPerFrame } from '#alignment/acoustic-features/loudness-meter.ts'
import { models } from '../acoustic-model/models.ts'
import { createHiss } from '../acoustic-features/synthetic-audio.ts'

const model = models['fr-fr']

/** Scores that differ from those of every other block. */
function madeUpBlock(block: number): ScoredBlock {
  const hiss = createHiss(block + 1)
  const made = (length: number) => Float32Array.from({ length }, hiss)
  const books = blockFrames * model.triphones.phones.length * streams
  return {
    frames: blockFrames,
    nearest: {
      frames: blockFrames,
      indices: Uint8Array.from({ length: books * topGaussians }, () => (hiss() + 1) * 40),
      relativeDensities: made(books * (topGaussians - 1)).map(Math.abs),
      bestLogDensities: made(books),
    },
    phoneLoop: made(blockFrames),
    silence: made(3 * blockFrames),
    loudness: made(loudnessStepsPerFrame * blockFrames),
  }
}

/** A fake scorer whose scores state the block; `asked` has the requested blocks in order. */
function scorerOf(frames: number, { concurrency = 1 } = {}) {
  const asked: number[] = []
  const scorer: AcousticScorer = {
    concurrency,
    async scoreBlock(block) {
      asked.push(block)
      const first = block * blockFrames
      const count = Math.max(0, Math.min(frames - first, blockFrames))
      const loudness = Float32Array.from(
        { length: count * loudnessStepsPerFrame },
        (_, step) => first * loudnessStepsPerFrame + step,
      )
      return { frames: count, loudness } as ScoredBlock
    },
  }
  return { scorer, asked }
}

const count = (from: number, to: number) =>
  Float32Array.from(
    { length: (to - from) * loudnessStepsPerFrame },
    (_, at) => from * loudnessStepsPerFrame + at,
  )

describe('a cached block', () => {
  test('continues across block boundaries', async () => {
    const { scorer } = scorerOf(3 * blockFrames)
    const heard = createScoreCache(model, scorer, { frames: 3 * blockFrames })
    const frames = { from: blockFrames - 3, to: 2 * blockFrames + 5 }
    expect(await heard.loudness(frames)).toEqual(count(frames.from, frames.to))
  })

  test('is scored minus the phone loop, across block boundaries too', async () => {
    const made = [madeUpBlock(0), madeUpBlock(1)]
    const scorer: AcousticScorer = { concurrency: 1, scoreBlock: async (block) => made[block]! }
    const heard = createScoreCache(model, scorer, { frames: 2 * blockFrames })
    const senones = Int32Array.of(5, 900, 31)
    const from = blockFrames - 4
    const scores = await heard.score(senones, { from, to: from + 10 })
    const { frames } = scores
    expect(frames).toBe(10)
    const rows = scores.read(0, frames)
    expect(scores.read(3, 6).senones).toEqual(rows.senones.subarray(3 * 3, 6 * 3))
    for (let frame = 0; frame < frames; frame++) {
      const { nearest, phoneLoop, silence } = made[frame < 4 ? 0 : 1]!
      const inBlock = (from + frame) % blockFrames
      const alone = scoreSenones(model, nearest, { senones, from: inBlock, to: inBlock + 1 })
      alone.forEach((score, at) =>
        expect(rows.senones[3 * frame + at]).toBeCloseTo(score - phoneLoop[inBlock]!, 4),
      )
      const expected = silence.subarray(3 * inBlock, 3 * inBlock + 3)
      expect(rows.silence.subarray(3 * frame, 3 * frame + 3)).toEqual(expected)
    }
  })

  test('ends with the sound, though more was promised', async () => {
    const { scorer } = scorerOf(blockFrames + 100)
    const heard = createScoreCache(model, scorer, { frames: 4 * blockFrames })
    const frames = { from: blockFrames + 90, to: 4 * blockFrames }
    expect(await heard.loudness(frames)).toEqual(count(frames.from, blockFrames + 100))
    expect((await heard.score(Int32Array.of(1, 2), { from: 9000, to: 9500 })).frames).toBe(0)
  })

  test('is scored once, until it is evicted', async () => {
    const { scorer, asked } = scorerOf(4 * blockFrames)
    const heard = createScoreCache(model, scorer, { frames: 4 * blockFrames })
    const listen = (from: number) => heard.loudness({ from, to: from + 10 })
    await listen(0)
    await listen(blockFrames + 50)
    await listen(2000)
    expect(asked).toEqual([0, 1])
    heard.evictBefore(blockFrames)
    await listen(blockFrames + 70)
    expect(asked).toEqual([0, 1])
    await listen(2000)
    expect(asked).toEqual([0, 1, 0])
  })

  test('is scored ahead of time where workers are free, but not beyond the end', async () => {
    const { scorer, asked } = scorerOf(3 * blockFrames, { concurrency: 4 })
    const heard = createScoreCache(model, scorer, { frames: 3 * blockFrames })
    await heard.loudness({ from: 0, to: 10 })
    expect(asked.toSorted()).toEqual([0, 1, 2])
  })
})
