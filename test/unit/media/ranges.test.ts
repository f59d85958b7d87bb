import { describe, expect, test } from 'vitest'
import { nextJump } from '#media/ranges.ts'

const noLoop = { loop: null, pauses: [] }

describe('while the sound runs', () => {
  test('nothing jumps without a loop or pauses', () => {
    expect(nextJump(5, noLoop)).toBeNull()
  })

  test('a loop goes back to its start when its end is reached', () => {
    const loop = { start: 2, end: 4 }
    expect(nextJump(3.99, { loop, pauses: [] })).toBeNull()
    expect(nextJump(4, { loop, pauses: [] })).toBe(2)
  })

  test('a long pause is left after a breath, and a breath of it stays before the speech', () => {
    const pauses = [{ start: 10, end: 14 }]
    expect(nextJump(10.1, { loop: null, pauses })).toBeNull()
    expect(nextJump(10.4, { loop: null, pauses })).toBeCloseTo(13.7)
    expect(nextJump(13.6, { loop: null, pauses })).toBeNull()
    expect(nextJump(14, { loop: null, pauses })).toBeNull()
  })

  test('a pause that reaches past the loop is not followed out of it', () => {
    const loop = { start: 8, end: 12 }
    expect(nextJump(10.5, { loop, pauses: [{ start: 10, end: 20 }] })).toBe(12)
    expect(nextJump(12, { loop, pauses: [{ start: 10, end: 20 }] })).toBe(8)
  })
})
