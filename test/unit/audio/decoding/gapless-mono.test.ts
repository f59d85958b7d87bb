import { expect, test } from 'vitest'
import { createGaplessMono } from '#audio/decoding/gapless-mono.ts'

const sampleRate = 1000

/** Passes slices of ones with these times, seconds. Returns the lengths of the output; silence is negative. */
function pieces(range: { start: number; end: number }, slices: readonly [number, number][]) {
  const lengths: number[] = []
  const take = createGaplessMono(range, (samples) => {
    const isSilent = samples.every((sample) => sample === 0)
    lengths.push(isSilent ? -samples.length : samples.length)
  })
  for (const [from, to] of slices) {
    const length = Math.round((to - from) * sampleRate)
    take({ planes: [new Float32Array(length).fill(1)], time: from, sampleRate })
  }
  return lengths
}

test('samples before or after the range, and repeated ones, are left out', () => {
  const slices: [number, number][] = [
    [0.5, 0.9],
    [0.9, 1.2],
    [1.1, 1.4],
    [1.4, 3],
    [3, 4],
  ]
  expect(pieces({ start: 1, end: 2 }, slices)).toEqual([200, 200, 600])
})

test('silence is where a recording has no sound: at its beginning, and in its midst', () => {
  expect(
    pieces({ start: 0, end: 9 }, [
      [0.5, 1],
      [1.003, 2],
    ]),
  ).toEqual([-500, 500, -3, 997])
})

test('a millisecond that is missing over and over adds up to no more than two', () => {
  const slices = Array.from({ length: 50 }, (_, at): [number, number] => {
    const start = at * 0.011
    return [start, start + 0.01]
  })
  const sum = pieces({ start: 0, end: 9 }, slices).reduce((all, each) => all + Math.abs(each), 0)
  expect(sum / sampleRate).toBeGreaterThan(0.549 - 0.003)
})

test('a hole of an hour is silent until the range ends, a second at a time', () => {
  expect(
    pieces({ start: 10, end: 12.5 }, [
      [10, 10.2],
      [3610, 3611],
    ]),
  ).toEqual([200, -1000, -1000, -300])
})

test('slices of several channels become their mean, and may be used again', () => {
  const taken: Float32Array[] = []
  const take = createGaplessMono({ start: 0, end: 1 }, (samples) => taken.push(samples))
  const planes = [Float32Array.of(1, 0.5), Float32Array.of(0, -0.5)]
  take({ planes, time: 0, sampleRate })
  for (const plane of planes) plane.fill(NaN)
  expect(taken).toEqual([Float32Array.of(0.5, 0)])
})

test('channels in opposite phase do not become silence: the louder is taken', () => {
  const taken: Float32Array[] = []
  const take = createGaplessMono({ start: 0, end: 1 }, (samples) => taken.push(samples))
  const left = Float32Array.of(0.5, -0.25, 0.5, 0.25)
  take({ planes: [left, left.map((value) => -0.9 * value)], time: 0, sampleRate })
  expect(taken).toEqual([left])
})
