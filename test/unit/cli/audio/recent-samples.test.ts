import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createRecentSamples } from '#cli/audio/recent-samples.ts'

test('the last samples are there, as a list of all would have them', () => {
  const pushes = fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 30 })
  fc.assert(
    fc.property(pushes, fc.integer({ min: 1, max: 25 }), fc.nat(99), (lengths, capacity, begin) => {
      const recent = createRecentSamples(capacity)
      recent.restart(begin)
      const all: number[] = []
      for (const length of lengths) {
        const samples = Float32Array.from({ length }, (_, at) => all.length + at)
        all.push(...samples)
        recent.push(samples)
        expect(recent.to).toBe(begin + all.length)
        expect(recent.from).toBe(Math.max(begin, begin + all.length - capacity))
        const buffered = Array.from(recent.read(recent.from, recent.to))
        expect(buffered).toEqual(all.slice(recent.from - begin))
      }
    }),
  )
})

test('reading samples that are gone or still to come throws', () => {
  const recent = createRecentSamples(4)
  recent.push(new Float32Array(6))
  expect(() => recent.read(1, 3)).toThrow(/gone/)
  expect(() => recent.read(4, 7)).toThrow(/gone/)
})
