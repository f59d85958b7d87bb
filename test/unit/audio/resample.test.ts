import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createResampler } from '#audio/resample.ts'

const rates = [
  { from: 44_100, to: 8000 },
  { from: 48_000, to: 8000 },
  { from: 22_050, to: 8000 },
  { from: 8000, to: 16_000 },
]

const sine = ({ hertz, rate, seconds }: { hertz: number; rate: number; seconds: number }) =>
  Float32Array.from({ length: Math.round(rate * seconds) }, (_, n) =>
    Math.sin((2 * Math.PI * hertz * n) / rate),
  )

const resample = (samples: Float32Array, way: { from: number; to: number }) => {
  const resampler = createResampler(way)
  return Float32Array.of(...resampler.push(samples), ...resampler.finish())
}

/** Away from the edges, where the filter sees silence. */
const middle = (samples: Float32Array, rate: number) =>
  samples.subarray(Math.round(0.05 * rate), samples.length - Math.round(0.05 * rate))

const loudest = (samples: Float32Array) =>
  samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0)

describe.each(rates)('from $from to $to Hz', ({ from, to }) => {
  test.each([100, 1000, 3000])('%d Hz stays where and what it was', (hertz) => {
    const given = resample(sine({ hertz, rate: from, seconds: 0.4 }), { from, to })
    const expected = sine({ hertz, rate: to, seconds: 0.4 })
    const off = given.map((sample, n) => sample - expected[n]!)
    // One hundredth off in amplitude or 0.01 rad in phase: at 1 kHz that is 1.6 µs.
    expect(loudest(middle(off, to))).toBeLessThan(0.01)
  })

  test('there are as many samples as the time holds', () => {
    expect(resample(new Float32Array(from), { from, to })).toHaveLength(to)
  })

  test('a click stays at its time', () => {
    const samples = new Float32Array(from)
    samples[Math.round(0.3 * from)] = 1
    const given = resample(samples, { from, to })
    expect(given.indexOf(given.reduce((most, each) => Math.max(most, each), 0)) / to).toBe(0.3)
  })
})

test.each(rates.filter(({ from, to }) => to < from))(
  'what $to Hz cannot hold is gone from $from Hz, not folded down',
  ({ from, to }) => {
    for (const hertz of [to / 2 + 800, to, 1.3 * to]) {
      const given = resample(sine({ hertz, rate: from, seconds: 0.4 }), { from, to })
      expect(loudest(middle(given, to))).toBeLessThan(10 ** (-50 / 20))
    }
  },
)

test('sound at the wanted rate comes out as it went in', () => {
  const samples = sine({ hertz: 440, rate: 8000, seconds: 0.1 })
  expect(resample(samples, { from: 8000, to: 8000 })).toEqual(samples)
})

test('pieces of any size give what the whole gives', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...rates),
      fc.array(fc.integer({ min: 0, max: 700 }), { maxLength: 8 }),
      fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 1, maxLength: 40 }),
      (way, sizes, seedSamples) => {
        const length = sizes.reduce((sum, size) => sum + size, 300)
        const samples = Float32Array.from(
          { length },
          (_, n) => seedSamples[n % seedSamples.length]! * Math.cos(n * n),
        )
        const resampler = createResampler(way)
        const given: number[] = []
        let at = 0
        for (const size of [...sizes, length]) {
          given.push(...resampler.push(samples.subarray(at, at + size)))
          at += size
        }
        given.push(...resampler.finish())
        expect(Float32Array.from(given)).toEqual(resample(samples, way))
      },
    ),
  )
})
