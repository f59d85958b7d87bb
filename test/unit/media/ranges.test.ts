import { describe, expect, test } from 'vitest'
import { nextJump, nextJumpTime } from '#media/ranges.ts'

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

describe('the time of the next jump', () => {
  const pauses = [
    { start: 10, end: 14 },
    { start: 30, end: 40 },
  ]
  test.each([
    [5, 10.3],
    [10.1, 10.3],
    [13.8, 30.3],
    [41, Infinity],
  ])('from %d s on is at %d s', (time, next) => {
    expect(nextJumpTime(time, { loop: null, pauses })).toBeCloseTo(next)
  })

  test('is now, where the playhead is in a pause that is skipped', () => {
    expect(nextJumpTime(11, { loop: null, pauses })).toBe(11)
  })

  test('is the end of the loop, where that comes first', () => {
    expect(nextJumpTime(5, { loop: { start: 2, end: 8 }, pauses })).toBe(8)
    expect(nextJumpTime(8, { loop: { start: 2, end: 8 }, pauses })).toBe(8)
  })
})
