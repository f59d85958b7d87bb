import { expect, test } from 'vitest'
import { createTimeLeft } from '#session/alignment/time-left.ts'

test('no time left is given before the pace is known', () => {
  let now = 0
  const timeLeft = createTimeLeft(() => now)
  timeLeft(0, 100)
  now = 2
  expect(timeLeft(10, 100)).toBeNull()
})

test('time left runs down with the clock, and a slow moment does not make it jump', () => {
  let now = 0
  const timeLeft = createTimeLeft(() => now)
  const estimates: number[] = []
  for (let done = 0; done <= 100; done++) {
    const left = timeLeft(done, 100)
    if (left !== null) estimates.push(left)
    now += done === 50 ? 8 : 1
  }
  const jumps = estimates.slice(1).map((left, at) => left - estimates[at]!)
  expect(estimates[0]).toBeCloseTo(96, 0)
  expect(estimates.at(-1)).toBeLessThan(2)
  expect(Math.max(...jumps)).toBeLessThan(2)
})

test('work of an earlier run does not count for the pace', () => {
  let now = 0
  const timeLeft = createTimeLeft(() => now)
  timeLeft(50, 100)
  now = 10
  expect(timeLeft(60, 100)).toBeCloseTo(40, 5)
})
