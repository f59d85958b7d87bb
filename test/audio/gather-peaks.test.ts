import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canDecodeAtOnce } from '#audio/decode-peaks.ts'
import { createPeakGatherer, peaksPerSecond } from '#audio/peaks.ts'

test('a peak is the loudest sample of its stretch, in either direction', () => {
  const gatherer = createPeakGatherer(800, 16)
  gatherer.add(Float32Array.of(0, 0.25, -0.5, 0, 0, 0, 0, 0, 0.125, 0, 0, 0, 0, 0, 0, -1), 0)
  const peaks = gatherer.finish()
  expect(Array.from(peaks.values)).toEqual([0.5, 1])
  expect(peaks.duration).toBe(16 / 800)
})

test('slices give the same peaks as the whole', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -64, max: 64 }), { minLength: 1, maxLength: 400 }),
      fc.integer({ min: 1, max: 50 }),
      (numbers, length) => {
        const samples = Float32Array.from(numbers, (number) => number / 64)
        const whole = createPeakGatherer(10 * peaksPerSecond, samples.length)
        whole.add(samples, 0)
        const sliced = createPeakGatherer(10 * peaksPerSecond, samples.length)
        for (let first = 0; first < samples.length; first += length) {
          sliced.add(samples.subarray(first, first + length), first)
        }
        expect(sliced.finish().values).toEqual(whole.finish().values)
      },
    ),
  )
})

test('what is too long or too large is not decoded at once', () => {
  expect(canDecodeAtOnce(191, 1_500_000)).toBe(true)
  expect(canDecodeAtOnce(3 * 3600, 173_000_000)).toBe(false)
  expect(canDecodeAtOnce(60, 2 ** 30)).toBe(false)
})
