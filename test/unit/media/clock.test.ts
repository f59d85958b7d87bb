// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { startClock } from '#media/clock.ts'

/** A media element whose time and state the test sets; frames are fake, the clock is real. */
function fakeSound() {
  const element = document.createElement('audio')
  const facts = { time: 0, paused: true }
  Object.defineProperty(element, 'currentTime', { get: () => facts.time })
  Object.defineProperty(element, 'paused', { get: () => facts.paused })
  const tell = (event: string) => element.dispatchEvent(new Event(event))
  return { element, facts, tell }
}

const hide = (hidden: boolean) => {
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(hidden)
  document.dispatchEvent(new Event('visibilitychange'))
}

describe('the clock', () => {
  beforeEach(
    () =>
      void vi.useFakeTimers({
        toFake: ['requestAnimationFrame', 'cancelAnimationFrame', 'performance'],
      }),
  )
  afterEach(() => {
    vi.useRealTimers()
    vi.restoreAllMocks()
  })

  test('reports once a frame while playing, and no more once paused', () => {
    const { element, facts, tell } = fakeSound()
    const reports: number[] = []
    startClock(element, new AbortController().signal, (time) => reports.push(time))
    facts.paused = false
    tell('play')
    facts.time = 1
    vi.advanceTimersToNextFrame()
    facts.time = 2
    vi.advanceTimersToNextFrame()
    expect(reports).toEqual([0, 1, 2])
    facts.paused = true
    tell('pause')
    vi.advanceTimersToNextFrame()
    expect(reports).toEqual([0, 1, 2, 2])
  })

  test('reports a seek at once, paused or not', () => {
    const { element, facts, tell } = fakeSound()
    const reports: unknown[] = []
    startClock(element, new AbortController().signal, (...report) => reports.push(report))
    facts.time = 42
    tell('seeking')
    expect(reports).toEqual([[42, 'moved']])
  })

  test('goes by timeupdate while the page is hidden, and by frames again afterwards', () => {
    const { element, facts, tell } = fakeSound()
    const reports: number[] = []
    startClock(element, new AbortController().signal, (time) => reports.push(time))
    facts.paused = false
    tell('play')
    hide(true)
    reports.length = 0
    vi.advanceTimersToNextFrame()
    expect(reports).toEqual([])
    facts.time = 7
    tell('timeupdate')
    expect(reports).toEqual([7])
    hide(false)
    facts.time = 8
    tell('timeupdate')
    vi.advanceTimersToNextFrame()
    expect(reports.at(-1)).toBe(8)
    expect(reports.filter((time) => time === 8)).toHaveLength(1)
  })

  test('is silent once its signal is aborted', () => {
    const { element, facts, tell } = fakeSound()
    const lifetime = new AbortController()
    const listen = vi.fn()
    startClock(element, lifetime.signal, listen)
    facts.paused = false
    tell('play')
    listen.mockClear()
    lifetime.abort()
    vi.advanceTimersToNextFrame()
    tell('seeking')
    hide(true)
    expect(listen).not.toHaveBeenCalled()
  })
})
