import { describe, expect, test } from 'vitest'
import { streams, streamWidth } from '#alignment/acoustic-model/acoustic-model.ts'
import { weightOfSteps } from '#alignment/acoustic-model/mixture-weights.ts'
import {
  topGaussians,
  createNearestGaussians,
} from '#alignment/acoustic-model/nearest-gaussians.ts'
import { scoreSenones } from '#alignment/acoustic-model/senone-scores.ts'
import { featureVectors } from '#alignment/acoustic-features/delta-features.ts'
import { extractFeatures } from '#alignment/acoustic-features/extract-features.ts'
import { cepstrumSize } from '#alignment/acoustic-features/mel-cepstra.ts'
import { babble, decoderOf } from '../acoustic-features/synthetic-audio.ts'
import { models } from './models.ts'

const frames = 24
const rowWidth = streams * streamWidth

/** 39 numbers a frame, near the means of the models. */
const rows = await (async () => {
  const sound = decoderOf([babble({ sampleRate: 8000, seconds: 2 })], { sampleRate: 8000 })
  const heard = await extractFeatures(sound, { first: 60, frames })
  const mean = Float64Array.from(
    { length: cepstrumSize },
    (_, k) =>
      heard.cepstra.reduce((sum, each, at) => sum + (at % cepstrumSize === k ? each : 0), 0) /
      frames,
  )
  return featureVectors(heard.cepstra, { from: 0, to: frames, mean })
})()

describe.each(['en-us', 'fr-fr'] as const)('the nearest Gaussians of %s', (id) => {
  const model = models[id]
  const phones = model.triphones.phones.length
  const books = phones * streams
  const heard = createNearestGaussians(model)(rows)

  function densityOf(frame: number, book: number, gaussian: number): number {
    const place = book * model.gaussians + gaussian
    let density = model.heights[place]!
    for (let k = 0; k < streamWidth; k++) {
      const off =
        rows[frame * rowWidth + (book % streams) * streamWidth + k]! -
        model.means[place * streamWidth + k]!
      density -= off * off * model.precisions[place * streamWidth + k]!
    }
    return density
  }

  /** By exhaustive search. */
  function slowly(frame: number, book: number, among: readonly number[]) {
    return among
      .map((gaussian) => ({ gaussian, density: densityOf(frame, book, gaussian) }))
      .sort((a, b) => b.density - a.density)
      .slice(0, topGaussians)
  }

  function found(frame: number, book: number) {
    const at = frame * books + book
    return {
      numbers: [...heard.indices.subarray(at * topGaussians, (at + 1) * topGaussians)],
      // The nearest one's own share is 1, and not stored.
      shares: [
        1,
        ...heard.relativeDensities.subarray(at * (topGaussians - 1), (at + 1) * (topGaussians - 1)),
      ],
      nearest: heard.bestLogDensities[at]!,
    }
  }

  const all = Array.from({ length: model.gaussians }, (_, gaussian) => gaussian)

  function expectFound(frame: number, book: number, among: readonly number[]) {
    const expected = slowly(frame, book, among)
    const { numbers, shares, nearest } = found(frame, book)
    expect(numbers).toEqual(expected.map(({ gaussian }) => gaussian))
    const best = expected[0]!.density
    expect(Math.abs(nearest - best)).toBeLessThan(1e-5 * Math.abs(best) + 1e-5)
    expected.forEach(({ density }, rank) =>
      expect(shares[rank]).toBeCloseTo(Math.exp(density - best), 5),
    )
  }

  test('are the four of every second frame that a look at each of them finds', () => {
    expect(heard.frames).toBe(frames)
    for (let frame = 0; frame < frames; frame += 2) {
      for (let book = 0; book < books; book++) expectFound(frame, book, all)
    }
  })

  test('are, in the frames between, the four of the frame before, by how near they are now', () => {
    for (let frame = 1; frame < frames; frame += 2) {
      for (let book = 0; book < books; book++) {
        expectFound(frame, book, found(frame - 1, book).numbers)
        const nearestOfAll = slowly(frame, book, all)[0]!.density
        // Float32 has seven digits.
        expect(found(frame, book).nearest).toBeLessThanOrEqual(nearestOfAll + 0.001)
      }
    }
  })

  test('do not depend on earlier frames', () => {
    const find = createNearestGaussians(model)
    find(rows.toReversed())
    expect(find(rows)).toEqual(heard)
  })

  test('score senones as the sum over them does', () => {
    const { senones } = model.triphones
    const asked = Int32Array.from({ length: 60 }, (_, at) => (at * 877) % senones)
    const scores = scoreSenones(model, heard, { senones: asked, from: 3, to: 9 })
    expect(scores).toHaveLength(6 * asked.length)
    scores.forEach((score, at) => {
      const frame = 3 + Math.floor(at / asked.length)
      const senone = asked[at % asked.length]!
      const phone = model.triphones.phoneOfSenone[senone]!
      let expected = 0
      for (let stream = 0; stream < streams; stream++) {
        const book = phone * streams + stream
        const densities = found(frame, book).numbers.map((gaussian) => {
          const step =
            model.weights.steps[(stream * model.gaussians + gaussian) * senones + senone]!
          return weightOfSteps[step]! * Math.exp(densityOf(frame, book, gaussian))
        })
        expected += Math.log(densities.reduce((sum, density) => sum + density, 0))
      }
      expect(score).toBeCloseTo(expected, 2)
    })
  })
})
