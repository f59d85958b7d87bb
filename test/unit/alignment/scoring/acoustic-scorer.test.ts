import { describe, expect, test } from 'vitest'
import { blockFrames, createAcousticScorer } from '#alignment/scoring/acoustic-scorer.ts'
import { loudnessStepsPerFrame } from '#alignment/acoustic-features/loudness-meter.ts'
import { models } from '../acoustic-model/models.ts'
import { babble, decoderOf } from '../acoustic-features/synthetic-audio.ts'

const sampleRate = 8000
const model = models['fr-fr']
const scorerOf = (samples: Float32Array) =>
  createAcousticScorer(model, decoderOf([samples], { sampleRate }))

describe('a block', () => {
  test('is as long as the sound, where that ends in it', async () => {
    const block = await scorerOf(babble({ sampleRate, seconds: 2 })).scoreBlock(0)
    // The last frame begins where the audio ends.
    expect(block.frames).toBe(201)
    expect(block.nearest.frames).toBe(201)
    expect(block.phoneLoop).toHaveLength(201)
    expect(block.silence).toHaveLength(3 * 201)
    expect(block.loudness).toHaveLength(loudnessStepsPerFrame * 201)
  })

  test('after the end of the sound is empty', async () => {
    const scorer = scorerOf(babble({ sampleRate, seconds: 2 }))
    const [next, far] = await Promise.all([scorer.scoreBlock(1), scorer.scoreBlock(40)])
    expect([next.frames, far.frames]).toEqual([0, 0])
  })

  test('of silence, digital or not, holds only numbers', async () => {
    const hum = Float32Array.from({ length: sampleRate }, (_, n) => 1e-6 * Math.sin(n / 9))
    for (const samples of [new Float32Array(sampleRate), hum]) {
      // oxlint-disable-next-line no-await-in-loop -- A decoder does one request at a time.
      const { phoneLoop, silence, nearest } = await scorerOf(samples).scoreBlock(0)
      for (const numbers of [
        phoneLoop,
        silence,
        nearest.bestLogDensities,
        nearest.relativeDensities,
      ]) {
        expect(numbers.every(Number.isFinite)).toBe(true)
      }
    }
  })

  test('is the same when it is scored again, after others', async () => {
    const samples = babble({ sampleRate, seconds: 31 })
    const scorer = scorerOf(samples)
    const first = await scorer.scoreBlock(1)
    expect(first.frames).toBe(3101 - blockFrames)
    await scorer.scoreBlock(7)
    for (const again of [await scorer.scoreBlock(1), await scorerOf(samples).scoreBlock(1)]) {
      // Both are estimated from all blocks so far.
      expect(again.phoneLoop).toEqual(first.phoneLoop)
      expect(again.silence).toEqual(first.silence)
    }
  })

  test('sounds the same with digital silence after it, which is no part of the mean', async () => {
    const speech = babble({ sampleRate, seconds: 2 })
    const withSilence = new Float32Array(6 * sampleRate)
    withSilence.set(speech)
    const [alone, beside] = await Promise.all([
      scorerOf(speech).scoreBlock(0),
      scorerOf(withSilence).scoreBlock(0),
    ])
    // The frames at the edge, half audio, half silence, count little.
    const off = alone.phoneLoop
      .subarray(20, 180)
      .map((score, at) => beside.phoneLoop[20 + at]! - score)
    expect(Math.max(...off.map(Math.abs))).toBeLessThan(2)
  })

  test('tells pauses from sound', async () => {
    const { silence, loudness } = await scorerOf(babble({ sampleRate, seconds: 4 })).scoreBlock(0)
    // Four syllables a second, of 0.15 s each: half-way through one, and half-way through the pause after it.
    const meanAt = (offset: number) =>
      Array.from({ length: 12 }, (_, at) => silence[3 * (25 * at + offset) + 1]!).reduce(
        (sum, each) => sum + each / 12,
        0,
      )
    expect(meanAt(20)).toBeGreaterThan(meanAt(7))
    expect(loudness[loudnessStepsPerFrame * 7]).toBeGreaterThan(
      100 * loudness[loudnessStepsPerFrame * 20]!,
    )
  })
})

test('a decoding failure reaches the caller, and the next block is scored all the same', async () => {
  const decoder = decoderOf([babble({ sampleRate, seconds: 1 })], { sampleRate })
  let isBroken = true
  const scorer = createAcousticScorer(model, {
    decode: (range, take) =>
      isBroken ? Promise.reject(new Error('the file is broken here')) : decoder.decode(range, take),
    dispose() {},
  })
  await expect(scorer.scoreBlock(0)).rejects.toThrow('broken here')
  isBroken = false
  expect((await scorer.scoreBlock(0)).frames).toBe(101)
})
