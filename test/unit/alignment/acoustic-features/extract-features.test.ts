import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { extractFeatures } from '#alignment/acoustic-features/extract-features.ts'
import { loudnessStepsPerFrame } from '#alignment/acoustic-features/loudness-meter.ts'
import { cepstrumSize } from '#alignment/acoustic-features/mel-cepstra.ts'
import { babble, decoderOf, withHole } from './synthetic-audio.ts'

const energies = ({ cepstra: numbers, frames }: { cepstra: Float32Array; frames: number }) =>
  Array.from({ length: frames }, (_, frame) => numbers[frame * cepstrumSize]!)

/** A second of silence and more, with one sample at full scale. */
function click({ time, sampleRate }: { time: number; sampleRate: number }) {
  const samples = new Float32Array(2 * sampleRate)
  samples[Math.round(time * sampleRate)] = 1
  return decoderOf([samples], { sampleRate })
}

describe('a click', () => {
  test('is in the three frames that begin at most 25.6 ms before it', async () => {
    const heard = await extractFeatures(click({ time: 1.2345, sampleRate: 8000 }), {
      first: 100,
      frames: 50,
    })
    const numbers = energies(heard)
    const silence = numbers[0]!
    const loud = numbers.flatMap((energy, at) => (energy > silence + 1 ? [heard.first + at] : []))
    expect(loud).toEqual([121, 122, 123])
  })

  test.each([8000, 22_050, 44_100, 48_000])(
    'at 1.234 s is in the loudness step of its 2.5 ms, heard at %d Hz',
    async (sampleRate) => {
      const place = { first: 110, frames: 40 }
      const { loudness, first } = await extractFeatures(click({ time: 1.234, sampleRate }), place)
      const loudest = loudness.indexOf(Math.max(...loudness))
      const begin = (first * loudnessStepsPerFrame + loudest) / (100 * loudnessStepsPerFrame)
      expect(begin).toBe(1.2325)
      // The high-pass filter rings after the click; nothing precedes it.
      expect(Math.max(...loudness.subarray(0, loudest))).toBe(0)
    },
  )
})

describe('frames are the same', () => {
  const rates = [8000, 22_050, 44_100]
  const sounds = new Map(
    rates.map((sampleRate) => [sampleRate, [babble({ sampleRate, seconds: 4 })] as const]),
  )

  test('whatever the slices they come in', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...rates),
        fc.array(fc.integer({ min: 1, max: 9000 }), { minLength: 1, maxLength: 5 }),
        fc.nat(20_000),
        fc.integer({ min: 0, max: 300 }),
        async (sampleRate, sliceLengths, early, first) => {
          const planes = sounds.get(sampleRate)!
          const place = { first, frames: 30 }
          const one = await extractFeatures(
            decoderOf(planes, { sampleRate, sliceLengths: [1e6] }),
            place,
          )
          const other = await extractFeatures(
            decoderOf(planes, { sampleRate, sliceLengths, early }),
            place,
          )
          expect(other).toEqual(one)
        },
      ),
      { numRuns: 25 },
    )
  })

  test('wherever the range begins, on a whole sample', async () => {
    const whole = new Map(
      await Promise.all(
        rates.map(async (sampleRate) => {
          const decoder = decoderOf(sounds.get(sampleRate)!, { sampleRate })
          return [sampleRate, await extractFeatures(decoder, { first: 0, frames: 400 })] as const
        }),
      ),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...rates),
        // A hundredth of a second is 220.5 samples at 22,050 Hz.
        fc.nat(175).map((half) => 2 * half),
        async (sampleRate, first) => {
          const decoder = decoderOf(sounds.get(sampleRate)!, { sampleRate })
          const part = await extractFeatures(decoder, { first, frames: 40 })
          const expected = whole.get(sampleRate)!
          expect(part).toMatchObject({ first, frames: 40 })
          // Noise removal learns the noise from a second before the range, which is enough in speech.
          part.cepstra.forEach((number, at) =>
            expect(Math.abs(number - expected.cepstra[first * cepstrumSize + at]!)).toBeLessThan(
              0.01,
            ),
          )
          // The high-pass filter has forgotten what was a second ago.
          part.loudness.forEach((step, at) =>
            expect(step).toBeCloseTo(expected.loudness[first * loudnessStepsPerFrame + at]!, 6),
          )
        },
      ),
      { numRuns: 25 },
    )
  })
})

describe('channels', () => {
  test('are mixed to their mean', async () => {
    const left = babble({ sampleRate: 8000, seconds: 2 })
    const right = left.map((_, n) => 0.2 * Math.sin(n / 3))
    const mean = left.map((sample, n) => (sample + right[n]!) / 2)
    const place = { first: 20, frames: 100 }
    const stereo = await extractFeatures(decoderOf([left, right], { sampleRate: 8000 }), place)
    expect(stereo).toEqual(await extractFeatures(decoderOf([mean], { sampleRate: 8000 }), place))
  })
})

describe('where the sound ends', () => {
  const decoder = decoderOf([babble({ sampleRate: 8000, seconds: 2 })], { sampleRate: 8000 })

  test('there are no more frames', async () => {
    const {
      frames,
      cepstra: numbers,
      loudness,
    } = await extractFeatures(decoder, { first: 150, frames: 500 })
    // The last one begins where the audio ends.
    expect(frames).toBe(51)
    expect(numbers).toHaveLength(51 * cepstrumSize)
    expect(loudness).toHaveLength(51 * loudnessStepsPerFrame)
  })

  test('there are none after it', async () => {
    expect((await extractFeatures(decoder, { first: 260, frames: 100 })).frames).toBe(0)
    expect((await extractFeatures(decoder, { first: 6000, frames: 100 })).frames).toBe(0)
  })
})

describe('a recording with a hole', () => {
  /** A click at 2 s. */
  const samples = new Float32Array(3 * 8000)
  samples[2 * 8000] = 1
  const clicking = decoderOf([samples], { sampleRate: 8000, sliceLengths: [100] })
  const loudestStep = async (hole: { from: number; to: number }, first: number) => {
    const { loudness } = await extractFeatures(withHole(clicking, hole), {
      first,
      frames: 250 - first,
    })
    return first / 100 + loudness.indexOf(Math.max(...loudness)) / 400
  }

  test.each([
    ['before its sound', { from: 0, to: 0.5 }],
    ['in the midst of it', { from: 0.6, to: 1.8 }],
    ['of a quarter of a hundredth', { from: 1, to: 1.0125 }],
  ])('%s is heard where it is after that', async (_, hole) => {
    expect(await loudestStep(hole, 0)).toBe(2)
    expect(await loudestStep(hole, 150)).toBe(2)
  })

  test('has silence there, no frames less, and no more than are wanted', async () => {
    const sound = [babble({ sampleRate: 8000, seconds: 8 })]
    const hole = { from: 1, to: 5.55 }
    const decoder = withHole(decoderOf(sound, { sampleRate: 8000, sliceLengths: [100] }), hole)
    const heard = await extractFeatures(decoder, { first: 250, frames: 300 })
    expect(heard.frames).toBe(300)
    expect(Math.max(...heard.loudness)).toBeLessThan(1e-9)
  })
})
