import { describe, expect, test } from 'vitest'
import { streams } from '#alignment/acoustic-model/acoustic-model.ts'
import { counted } from '#alignment/acoustic-model/nearest-gaussians.ts'
import { scoreSenones } from '#alignment/acoustic-model/senone-scores.ts'
import { blockFrames } from '#alignment/scoring/acoustic-scorer.ts'
import type { Ear, HeardBlock } from '#alignment/scoring/acoustic-scorer.ts'
import { createHeardSoFar } from '#alignment/scoring/score-cache.ts'
import { loudnessSteps } from '#alignment/acoustic-features/loudness-meter.ts'
import { models } from '../acoustic-model/models.ts'
import { createHiss } from '../acoustic-features/synthetic-audio.ts'

const model = models['fr-fr']

/** Something that could have been heard, other than in any other block. */
function madeUpBlock(block: number): HeardBlock {
  const hiss = createHiss(block + 1)
  const made = (length: number) => Float32Array.from({ length }, hiss)
  const books = blockFrames * model.triphones.phones.length * streams
  return {
    frames: blockFrames,
    nearest: {
      frames: blockFrames,
      numbers: Uint8Array.from({ length: books * counted }, () => (hiss() + 1) * 40),
      shares: made(books * (counted - 1)).map(Math.abs),
      nearest: made(books),
    },
    background: made(blockFrames),
    silence: made(3 * blockFrames),
    loudness: made(loudnessSteps * blockFrames),
  }
}

/** The edge: sound as loud as the number of its step; and which blocks were asked for, in order. */
function earOf(frames: number, { lanes = 1 } = {}) {
  const asked: number[] = []
  const ear: Ear = {
    lanes,
    async hear(block) {
      asked.push(block)
      const first = block * blockFrames
      const count = Math.max(0, Math.min(frames - first, blockFrames))
      const loudness = Float32Array.from(
        { length: count * loudnessSteps },
        (_, step) => first * loudnessSteps + step,
      )
      return { frames: count, loudness } as HeardBlock
    },
  }
  return { ear, asked }
}

const count = (from: number, to: number) =>
  Float32Array.from({ length: (to - from) * loudnessSteps }, (_, at) => from * loudnessSteps + at)

describe('what is heard', () => {
  test('goes on over the rims of blocks', async () => {
    const { ear } = earOf(3 * blockFrames)
    const heard = createHeardSoFar(model, ear, { frames: 3 * blockFrames })
    const frames = { from: blockFrames - 3, to: 2 * blockFrames + 5 }
    expect(await heard.loudness(frames)).toEqual(count(frames.from, frames.to))
  })

  test('is scored less the background, over the rims of blocks too', async () => {
    const made = [madeUpBlock(0), madeUpBlock(1)]
    const ear: Ear = { lanes: 1, hear: async (block) => made[block]! }
    const heard = createHeardSoFar(model, ear, { frames: 2 * blockFrames })
    const senones = Int32Array.of(5, 900, 31)
    const from = blockFrames - 4
    const scores = await heard.score(senones, { from, to: from + 10 })
    const { frames } = scores
    expect(frames).toBe(10)
    const { ofSenones, ofSilence } = scores.read(0, frames)
    expect(scores.read(3, 6).ofSenones).toEqual(ofSenones.subarray(3 * 3, 6 * 3))
    for (let frame = 0; frame < frames; frame++) {
      const { nearest, background, silence } = made[frame < 4 ? 0 : 1]!
      const inBlock = (from + frame) % blockFrames
      const alone = scoreSenones(model, nearest, { senones, from: inBlock, to: inBlock + 1 })
      alone.forEach((score, at) =>
        expect(ofSenones[3 * frame + at]).toBeCloseTo(score - background[inBlock]!, 4),
      )
      const expected = silence.subarray(3 * inBlock, 3 * inBlock + 3)
      expect(ofSilence.subarray(3 * frame, 3 * frame + 3)).toEqual(expected)
    }
  })

  test('ends with the sound, though more was promised', async () => {
    const { ear } = earOf(blockFrames + 100)
    const heard = createHeardSoFar(model, ear, { frames: 4 * blockFrames })
    const frames = { from: blockFrames + 90, to: 4 * blockFrames }
    expect(await heard.loudness(frames)).toEqual(count(frames.from, blockFrames + 100))
    expect((await heard.score(Int32Array.of(1, 2), { from: 9000, to: 9500 })).frames).toBe(0)
  })

  test('is heard once, until it is forgotten', async () => {
    const { ear, asked } = earOf(4 * blockFrames)
    const heard = createHeardSoFar(model, ear, { frames: 4 * blockFrames })
    const listen = (from: number) => heard.loudness({ from, to: from + 10 })
    await listen(0)
    await listen(blockFrames + 50)
    await listen(2000)
    expect(asked).toEqual([0, 1])
    heard.forgetBefore(blockFrames)
    await listen(blockFrames + 70)
    expect(asked).toEqual([0, 1])
    await listen(2000)
    expect(asked).toEqual([0, 1, 0])
  })

  test('is heard ahead of time where there are lanes for it, not beyond the end', async () => {
    const { ear, asked } = earOf(3 * blockFrames, { lanes: 4 })
    const heard = createHeardSoFar(model, ear, { frames: 3 * blockFrames })
    await heard.loudness({ from: 0, to: 10 })
    expect(asked.toSorted()).toEqual([0, 1, 2])
  })
})
