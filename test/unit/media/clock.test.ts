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
    startClock(element, {
      signal: new AbortController().signal,
      listen: (time) => reports.push(time),
    })
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
    startClock(element, {
      signal: new AbortController().signal,
      listen: (...report) => reports.push(report),
    })
    facts.time = 42
    tell('seeking')
    expect(reports).toEqual([[42, 'moved']])
  })

  test('goes by timeupdate while the page is hidden, and by frames again afterwards', () => {
    const { element, facts, tell } = fakeSound()
    const reports: number[] = []
    startClock(element, {
      signal: new AbortController().signal,
      listen: (time) => reports.push(time),
    })
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

  test('has no listener for timeupdate in a visible page', () => {
    const { element, facts, tell } = fakeSound()
    const reports: number[] = []
    const adds = vi.spyOn(element, 'addEventListener')
    startClock(element, {
      signal: new AbortController().signal,
      listen: (time) => reports.push(time),
    })
    expect(adds.mock.calls.map(([event]) => event)).not.toContain('timeupdate')
    hide(true)
    hide(false)
    facts.paused = false
    reports.length = 0
    tell('timeupdate')
    expect(reports).toEqual([])
  })

  describe('while nothing can change before a known time', () => {
    /** A sound that plays, with the next change at this time; a fake second passes in both. */
    function play({
      nextChange,
      rate = 1,
    }: {
      nextChange: (time: number) => number
      rate?: number
    }) {
      vi.useFakeTimers()
      const { element, facts, tell } = fakeSound()
      const reports: number[] = []
      const { signal } = new AbortController()
      element.playbackRate = rate
      const clock = startClock(element, {
        signal,
        nextChange,
        listen: (time) => reports.push(Number(time.toFixed(2))),
      })
      facts.paused = false
      tell('play')
      reports.length = 0
      const pass = (ms: number) => {
        for (let at = 0; at < ms; at++) {
          facts.time += rate / 1000
          vi.advanceTimersByTime(1)
        }
      }
      return { clock, facts, tell, reports, pass }
    }

    test('sleeps until then, and reports once', () => {
      const { reports, pass } = play({ nextChange: (time) => (time < 0.4 ? 0.4 : Infinity) })
      pass(390)
      expect(reports).toEqual([])
      pass(20)
      expect(reports).toEqual([0.4])
    })

    test('sleeps once more, shortly, where the timer ended before the sound was there', () => {
      const { facts, reports, pass } = play({ nextChange: (time) => (time < 0.4 ? 0.4 : Infinity) })
      pass(300)
      facts.time -= 0.005
      pass(106)
      expect(reports).toEqual([0.4])
    })

    test('sleeps half as long at twice the rate', () => {
      const { reports, pass } = play({ nextChange: (time) => (time < 0.4 ? 0.4 : 9), rate: 2 })
      pass(210)
      expect(reports).toEqual([0.4])
    })

    test('goes by frames where the change is near', () => {
      const { reports, pass } = play({ nextChange: (time) => time + 0.01 })
      pass(100)
      expect(reports.length).toBeGreaterThanOrEqual(5)
    })

    test('asks again after a seek', () => {
      const { facts, tell, reports, pass } = play({
        nextChange: (time) => (time < 5 ? 5 : time < 5.1 ? 5.1 : 9),
      })
      facts.time = 5
      tell('seeking')
      pass(120)
      expect(reports).toEqual([5, 5.1])
    })

    test('reports in the next frame when it is woken: the change may have become earlier', () => {
      let next = 9
      const { clock, reports, pass } = play({ nextChange: (time) => (time < next ? next : 9) })
      pass(100)
      next = 0.2
      clock.wake()
      pass(110)
      expect(reports).toEqual([0.11, 0.2])
    })

    test('sleeps on while the sound waits for data, and sets no timer once paused', () => {
      const { facts, tell, reports, pass } = play({ nextChange: () => 0.4 })
      pass(300)
      facts.paused = true
      tell('pause')
      reports.length = 0
      vi.advanceTimersByTime(3000)
      expect(reports).toEqual([])
      expect(vi.getTimerCount()).toBe(0)
    })
  })

  test('is silent once its signal is aborted', () => {
    const { element, facts, tell } = fakeSound()
    const lifetime = new AbortController()
    const listen = vi.fn()
    startClock(element, { signal: lifetime.signal, listen })
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
