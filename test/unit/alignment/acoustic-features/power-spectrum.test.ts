import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createPowerSpectrum } from '#alignment/acoustic-features/power-spectrum.ts'

/** By definition: a sum for each frequency. */
function slowPowers(samples: Float64Array): Float64Array {
  return Float64Array.from({ length: 129 }, (_, frequency) => {
    let [real, imaginary] = [0, 0]
    samples.forEach((sample, n) => {
      const angle = (2 * Math.PI * frequency * n) / 256
      real += sample * Math.cos(angle)
      imaginary -= sample * Math.sin(angle)
    })
    return real * real + imaginary * imaginary
  })
}

test('the fast powers are those of the definition', () => {
  const spectrum = createPowerSpectrum()
  const powers = new Float64Array(129)
  const samples = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), {
    minLength: 256,
    maxLength: 256,
  })
  fc.assert(
    fc.property(samples, (numbers) => {
      const given = Float64Array.from(numbers)
      const before = given.slice()
      spectrum(given, powers)
      const expected = slowPowers(given)
      // A sum of 256 numbers up to 1, squared, is 65,536 at most.
      powers.forEach((power, place) => expect(power).toBeCloseTo(expected[place]!, 6))
      expect(given).toEqual(before)
    }),
    { numRuns: 30 },
  )
})

test('a tone is strongest in its own bin, the first and last included', () => {
  const spectrum = createPowerSpectrum()
  const powers = new Float64Array(129)
  for (const place of [0, 1, 17, 64, 128]) {
    const tone = Float64Array.from({ length: 256 }, (_, n) =>
      Math.cos((2 * Math.PI * place * n) / 256),
    )
    spectrum(tone, powers)
    expect(powers.indexOf(Math.max(...powers))).toBe(place)
  }
})
