import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createThrottled } from '#session/alignment/throttle.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

test('is done at once, and then once a second at most', () => {
  const done: number[] = []
  const begun = performance.now()
  const paced = createThrottled(() => done.push(performance.now() - begun), 1_000)
  for (let at = 0; at < 1_000; at++) {
    paced.ask()
    vi.advanceTimersByTime(10)
  }
  expect(done[0]).toBeLessThan(20)
  expect(done.length).toBeGreaterThan(8)
  for (const [at, time] of done.slice(1).entries()) expect(time - done[at]!).toBeGreaterThan(990)
})

test('a cancelled request does not run', () => {
  const work = vi.fn()
  const paced = createThrottled(work, 1_000)
  paced.ask()
  paced.cancel()
  vi.advanceTimersByTime(5_000)
  expect(work).not.toHaveBeenCalled()
})

test('slow work runs less often', () => {
  let clock = 0
  vi.spyOn(performance, 'now').mockImplementation(() => clock)
  const done: number[] = []
  const paced = createThrottled(() => {
    done.push(clock)
    clock += 200
  }, 1_000)
  for (let at = 0; at < 900; at++) {
    paced.ask()
    clock += 10
    vi.advanceTimersByTime(10)
  }
  expect(done.length).toBeLessThanOrEqual(3)
  expect(done[1]! - done[0]!).toBeGreaterThanOrEqual(4_000)
})
