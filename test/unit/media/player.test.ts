// @vitest-environment jsdom
import { describe, expect, test, vi } from 'vitest'
import { createPlayer } from '#media/player.ts'
import type { PlayerReport } from '#media/player.ts'

/** A media element that tests make load, fail or refuse to play. */
function playerWith({ readyState = 4, duration = 100, play = () => Promise.resolve() } = {}) {
  const element = document.createElement('audio')
  const facts = {
    time: 0,
    readyState,
    duration,
    paused: true,
    error: null as { code: number; message: string } | null,
  }
  Object.defineProperties(element, {
    currentTime: {
      get: () => facts.time,
      set(time: number) {
        facts.time = time
      },
    },
    readyState: { get: () => facts.readyState },
    duration: { get: () => facts.duration },
    paused: { get: () => facts.paused },
    error: { get: () => facts.error },
    seekable: { get: () => ({ length: 1, end: () => duration }) },
    play: { value: vi.fn<() => Promise<void>>(play) },
    load: { value: vi.fn<() => void>() },
    pause: { value: vi.fn<() => void>() },
  })
  vi.stubGlobal('MediaError', { MEDIA_ERR_NETWORK: 2, MEDIA_ERR_DECODE: 3 })
  const reports: PlayerReport[] = []
  const player = createPlayer(element, (report) => reports.push(report))
  const tell = (event: string) => element.dispatchEvent(new Event(event))
  return { player, element, facts, reports, tell }
}

describe('the player', () => {
  test('seeks within the recording, at once when its length is known', () => {
    const { player, facts } = playerWith()
    player.seek(42.5)
    expect(facts.time).toBeCloseTo(42.5, 5)
    expect(facts.time).toBeGreaterThanOrEqual(42.5)
    player.seek(500)
    expect(facts.time).toBe(100)
    player.seek(-3)
    expect(facts.time).toBe(0)
    expect(() => player.seek(Number.NaN)).toThrow(/not a number/)
  })

  test('remembers a seek until there is something to seek in', () => {
    const { player, facts, tell } = playerWith({ readyState: 0 })
    player.seek(30)
    expect(facts.time).toBe(0)
    facts.readyState = 1
    tell('loadedmetadata')
    expect(facts.time).toBeCloseTo(30, 5)
  })

  test('keeps speed and volume in their bounds, and the pitch', () => {
    const { player, element } = playerWith()
    player.setRate(9)
    expect(element.playbackRate).toBe(3)
    player.setRate(0.1)
    expect(element.playbackRate).toBe(0.5)
    player.setVolume(7)
    expect(element.volume).toBe(1)
    expect(element.preservesPitch).toBe(true)
  })

  test('keeps the speed when another recording is loaded', () => {
    const { player, element } = playerWith()
    player.setRate(1.5)
    player.load('https://example.org/b.mp3')
    expect(element.defaultPlaybackRate).toBe(1.5)
  })

  test('says that it waits when it plays and has nothing to play', () => {
    const { facts, tell, reports } = playerWith({ readyState: 1 })
    facts.paused = false
    tell('waiting')
    expect(reports.at(-1)).toEqual({ kind: 'activity', activity: 'waiting' })
    facts.readyState = 4
    tell('playing')
    expect(reports.at(-1)).toEqual({ kind: 'activity', activity: 'playing' })
  })

  test.each([
    [2, 'network', 33],
    [3, 'decode', 34],
    [4, 'unsupported', 33],
  ] as const)(
    'tells error %d (%s) in a word, and tries again at the same place, or past it',
    (code, reason, time) => {
      const { player, element, facts, tell, reports } = playerWith()
      player.load('https://example.org/a.mp3')
      facts.time = 33
      facts.error = { code, message: '' }
      tell('error')
      expect(reports.at(-1)).toEqual({ kind: 'failed', reason })
      player.retry()
      expect(element.load).toHaveBeenCalledTimes(1)
      facts.time = 0
      tell('loadedmetadata')
      expect(facts.time).toBeCloseTo(time, 5)
    },
  )

  test('tells a machine without a sound device from sound that is broken', () => {
    const { player, facts, tell, reports } = playerWith()
    player.load('https://example.org/a.mp3')
    facts.error = { code: 3, message: 'NS_ERROR_DOM_MEDIA_MEDIASINK_ERR: OnMediaSinkAudioError' }
    tell('error')
    expect(reports.at(-1)).toEqual({ kind: 'failed', reason: 'output' })
  })

  test('says when the browser wants a gesture first, and is silent when a pause came first', async () => {
    const refuse = (name: string) => () => Promise.reject(new DOMException('no', name))
    const blocked = playerWith({ play: refuse('NotAllowedError') })
    blocked.player.play()
    await Promise.resolve().then(() => {})
    expect(blocked.reports).toEqual([{ kind: 'failed', reason: 'blocked' }])
    const paused = playerWith({ play: refuse('AbortError') })
    paused.player.play()
    await Promise.resolve().then(() => {})
    expect(paused.reports).toEqual([])
  })

  test('an unknown length is reported as none', () => {
    const { tell, reports } = playerWith({ duration: Infinity })
    tell('durationchange')
    expect(reports).toContainEqual({ kind: 'duration', duration: 0, seekable: true })
  })

  test('is silent once it is disposed of', () => {
    const { player, tell, reports, element } = playerWith()
    player.dispose()
    for (const event of ['play', 'waiting', 'ratechange', 'error']) tell(event)
    expect(reports).toEqual([])
    expect(element.hasAttribute('src')).toBe(false)
  })
})
