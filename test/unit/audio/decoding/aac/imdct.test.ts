import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createImdct } from '#audio/decoding/aac/imdct.ts'

/** As the standard writes it (ISO/IEC 14496-3, 4.6.11.3.1). */
function slowImdct(lines: Float64Array, size: number): Float64Array {
  const shift = size / 4 + 0.5
  return Float64Array.from({ length: size }, (_, n) =>
    lines.reduce(
      (sum, line, k) =>
        sum + (2 / size) * line * Math.cos(((2 * Math.PI) / size) * (n + shift) * (k + 0.5)),
      0,
    ),
  )
}

const values = (length: number) =>
  fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: length, maxLength: length })

test.each([32, 64, 256, 2048])('a transform of %i samples is that of the standard', (size) => {
  const imdct = createImdct(size)
  fc.assert(
    fc.property(values(size / 2), (written) => {
      const lines = Float64Array.from(written)
      const samples = new Float64Array(size)
      imdct.transform(lines, 0, samples)
      const expected = slowImdct(lines, size)
      samples.forEach((sample, at) => expect(Math.abs(sample - expected[at]!)).toBeLessThan(1e-12))
    }),
    { numRuns: size > 1000 ? 2 : 10 },
  )
})
