import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createPeakPyramid } from '#audio/peaks/peak-pyramid.ts'

const loudestOf = (peaks: Uint8Array, from: number, to: number) =>
  Math.max(0, ...peaks.subarray(Math.max(0, Math.floor(from)), Math.ceil(to)))

describe('a pyramid', () => {
  test('never shows a peak lower than it is, nor one from far away', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 300, maxLength: 5000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        fc.integer({ min: 1, max: 200 }),
        (peaks, begin, length, count) => {
          const duration = peaks.length / 100
          const pyramid = createPeakPyramid(duration)
          pyramid.add(0, peaks, 'full')
          const start = begin * duration
          const end = Math.min(duration, start + length * duration)
          if (end - start < 0.01) return
          const shown = pyramid.peaksBetween({ start, end }, count)
          const step = ((end - start) * 100) / count
          shown.forEach((value, at) => {
            const from = start * 100 + at * step
            const low = loudestOf(peaks, from + 1e-6, Math.floor(from + step))
            const high = loudestOf(peaks, from - step - 4, from + 2 * step + 4)
            expect(Math.round(value * 255)).toBeGreaterThanOrEqual(Math.min(low, high))
            expect(Math.round(value * 255)).toBeLessThanOrEqual(high)
          })
        },
      ),
    )
  })

  test('of ten hours takes five megabytes at most, and answers in a moment', () => {
    const pyramid = createPeakPyramid(36_000)
    expect(pyramid.finest.byteLength * (4 / 3)).toBeLessThan(5_000_000)
    pyramid.add(0, new Uint8Array(pyramid.finest.length).fill(9), 'full')
    const peaks = pyramid.peaksBetween({ start: 0, end: 36_000 }, 1000)
    expect(peaks.every((peak) => peak === peaks[0])).toBe(true)
  })

  test('says what it has not seen, what it has sketched, and forgets both when it is exact', () => {
    const pyramid = createPeakPyramid(600)
    expect(pyramid.incompleteRanges()).toEqual([{ start: 0, end: 600, isKnown: false }])
    pyramid.add(0, new Uint8Array(60_000).fill(80), 'preview')
    expect(pyramid.incompleteRanges()).toEqual([{ start: 0, end: 600, isKnown: true }])
    pyramid.add(0, new Uint8Array(6144).fill(40), 'full')
    expect(pyramid.incompleteRanges()).toEqual([{ start: 61.44, end: 600, isKnown: true }])
    pyramid.add(6144, new Uint8Array(60_000 - 6144).fill(40), 'full')
    expect(pyramid.incompleteRanges()).toEqual([])
  })

  test('is not sketched over where it is exact', () => {
    const pyramid = createPeakPyramid(100)
    pyramid.add(0, new Uint8Array(6144).fill(40), 'full')
    pyramid.add(0, new Uint8Array(10_000).fill(200), 'preview')
    expect(pyramid.peaksBetween({ start: 0, end: 60 }, 1)[0]).toBeCloseTo(40 / 255)
    expect(pyramid.peaksBetween({ start: 70, end: 90 }, 1)[0]).toBeCloseTo(200 / 255)
  })

  test('is silent outside of the recording', () => {
    const pyramid = createPeakPyramid(10)
    pyramid.add(-50, new Uint8Array(2000).fill(100), 'full')
    expect(Array.from(pyramid.peaksBetween({ start: -20, end: -10 }, 2))).toEqual([0, 0])
    expect(Array.from(pyramid.peaksBetween({ start: 20, end: 30 }, 2))).toEqual([0, 0])
  })
})
