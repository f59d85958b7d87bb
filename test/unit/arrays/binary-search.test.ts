import { describe, expect, test } from 'vitest'
import { partitionPoint, upperBound } from '#arrays/binary-search.ts'

const lengths = Array.from({ length: 20 }, (_, length) => length)

describe('partitionPoint', () => {
  test.each(lengths)('finds every border in %i places, as a linear scan does', (length) => {
    for (let border = 0; border <= length; border++) {
      const holds = (index: number) => index >= border
      expect(partitionPoint(length, holds)).toBe(border)
    }
  })

  test('asks for no index outside the array', () => {
    const asked: number[] = []
    partitionPoint(7, (index) => {
      asked.push(index)
      return false
    })
    expect(asked.every((index) => index >= 0 && index < 7)).toBe(true)
  })

  test('finds a border beyond 2^30', () => {
    expect(partitionPoint(2 ** 32 - 1, (index) => index >= 3_000_000_000)).toBe(3_000_000_000)
  })
})

describe('upperBound', () => {
  const countAtMost = (values: ArrayLike<number>, limit: number) =>
    Array.from(values).filter((value) => value <= limit).length

  test.each(lengths)('counts what a linear scan counts, in %i ascending values', (length) => {
    for (let seed = 1; seed <= 20; seed++) {
      // small numbers, so that many are equal
      const values = Array.from({ length }, (_, at) => (at * seed * 7919) % 11).toSorted(
        (a, b) => a - b,
      )
      for (let limit = -1; limit <= 11; limit += 0.5) {
        expect(upperBound(values, limit)).toBe(countAtMost(values, limit))
        expect(upperBound(Float64Array.from(values), limit)).toBe(countAtMost(values, limit))
      }
    }
  })

  test('holds for infinite limits', () => {
    expect(upperBound([1, 2, 3], -Infinity)).toBe(0)
    expect(upperBound([1, 2, 3], Infinity)).toBe(3)
  })
})
