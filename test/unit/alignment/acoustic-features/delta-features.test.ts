import fc from 'fast-check'
import { expect, test } from 'vitest'
import { featureVectors, featureWidth } from '#alignment/acoustic-features/delta-features.ts'
import { cepstrumSize } from '#alignment/acoustic-features/mel-cepstra.ts'

const noMean = new Float64Array(cepstrumSize)

/** Frames all of whose numbers are the same. */
const flat = (values: readonly number[]) =>
  Float32Array.from(values.flatMap((value) => Array<number>(cepstrumSize).fill(value)))

test('sound that does not change has no changes', () => {
  const rows = featureVectors(flat([4, 4, 4, 4]), { from: 0, to: 4, mean: noMean.map(() => 3) })
  expect(rows).toHaveLength(4 * featureWidth)
  rows.forEach((number, at) => expect(number).toBe(at % featureWidth < cepstrumSize ? 1 : 0))
})

test('sound that rises by one a frame changes by four, over two frames each way, and steadily', () => {
  const rising = flat(Array.from({ length: 12 }, (_, frame) => frame))
  const row = featureVectors(rising, { from: 5, to: 6, mean: noMean })
  expect([row[0], row[cepstrumSize], row[2 * cepstrumSize]]).toEqual([5, 4, 0])
})

test('frames beyond the edges equal those at the edges', () => {
  const values = [7, 1, 5, 2, 9]
  const inside = flat([7, 7, 7, ...values, 9, 9, 9])
  expect(featureVectors(flat(values), { from: 0, to: 5, mean: noMean })).toEqual(
    featureVectors(inside, { from: 3, to: 8, mean: noMean }),
  )
})

test('a part has the rows that it has in the whole', () => {
  const values = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 10, maxLength: 20 })
  fc.assert(
    fc.property(values, fc.nat(9), fc.nat(9), (numbers, a, b) => {
      const [from, to] = [Math.min(a, b), Math.max(a, b)]
      const whole = featureVectors(flat(numbers), { from: 0, to: numbers.length, mean: noMean })
      const part = featureVectors(flat(numbers), { from, to, mean: noMean })
      expect(part).toEqual(whole.subarray(from * featureWidth, to * featureWidth))
    }),
  )
})
