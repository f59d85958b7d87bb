import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { RecordingDecoder } from '#audio/decoding/recording-decoder.ts'
import { computePeaks, peaksPerSecond } from '#audio/peaks/compute-peaks.ts'

/** A decoder of these samples, in slices of this length. */
const decoderOf = (
  planes: readonly Float32Array[],
  { sampleRate = 800, sliceLength = 7, begins = 0 } = {},
): RecordingDecoder => ({
  decode(_, take) {
    for (let first = 0; first < planes[0]!.length; first += sliceLength) {
      take({
        planes: planes.map((plane) => plane.subarray(first, first + sliceLength)),
        time: begins + first / sampleRate,
        sampleRate,
      })
    }
    return Promise.resolve()
  },
  dispose() {},
})

test('a peak is the loudest sample of its hundredth of a second, in either direction', async () => {
  const samples = Float32Array.of(0, 0.25, -0.5, 0, 0, 0, 0, 0, 0.125, 0, 0, 0, 0, 0, 0, -1)
  const peaks = await computePeaks(decoderOf([samples]), { first: 0, count: 2 })
  expect(Array.from(peaks)).toEqual([128, 255])
})

test('the louder channel counts, and more than full scale is full scale', async () => {
  const planes = [Float32Array.of(0, 0, 0, 0.2), Float32Array.of(-1.4, 0, 0, 0)]
  expect(Array.from(await computePeaks(decoderOf(planes), { first: 0, count: 1 }))).toEqual([255])
})

test('audio before and after the range is ignored', async () => {
  const samples = new Float32Array(32).fill(1).fill(0.5, 8, 16)
  const decoder = decoderOf([samples], { begins: 0.99 })
  expect(Array.from(await computePeaks(decoder, { first: 100, count: 1 }))).toEqual([128])
})

test('the part after the end of the audio stays silent', async () => {
  const decoder = decoderOf([new Float32Array(8).fill(1)])
  expect(Array.from(await computePeaks(decoder, { first: 0, count: 3 }))).toEqual([255, 0, 0])
})

test('slices of any length, at any rate, give the peaks of the whole', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: -64, max: 64 }), { minLength: 1, maxLength: 900 }),
      fc.integer({ min: 1, max: 300 }),
      fc.constantFrom(8000, 11_025, 22_050, 44_100),
      fc.integer({ min: 0, max: 3 }),
      async (numbers, sliceLength, sampleRate, first) => {
        const samples = Float32Array.from(numbers, (number) => number / 64)
        const decoder = decoderOf([samples], { sampleRate, sliceLength })
        const peaks = await computePeaks(decoder, { first, count: 4 })
        const slow = Array.from({ length: 4 }, (_, at) => {
          const inside = numbers.filter(
            (_, index) => Math.floor((index * peaksPerSecond) / sampleRate) === first + at,
          )
          return Math.round(Math.max(0, ...inside.map((number) => Math.abs(number) / 64)) * 255)
        })
        expect(Array.from(peaks)).toEqual(slow)
      },
    ),
  )
})
