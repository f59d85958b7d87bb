// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { startClock } from '#media/clock.ts'
import { createPlayer } from '#media/player.ts'
import type { PlayerReport } from '#media/player.ts'

const old = 'https://example.org/a.mp3'
const better = 'blob:better'

/** A media element whose loading the test controls; a new address resets it. */
function openPlayer({ plays = [old, better], blocks = false } = {}) {
  const facts = {
    time: 0,
    readyState: 0,
    duration: Number.NaN,
    paused: true,
    seeking: false,
    src: '',
  }
  const attribute = (name: keyof typeof facts) => ({ get: () => facts[name] })
  const prototype = Object.create(HTMLAudioElement.prototype, {
    duration: attribute('duration'),
    readyState: attribute('readyState'),
    paused: attribute('paused'),
    seeking: attribute('seeking'),
    ended: { get: () => false },
    error: { get: () => null },
    seekable: { get: () => ({ length: 1, end: () => facts.duration }) },
    currentTime: {
      get: () => facts.time,
      set(time: number) {
        Object.assign(facts, { time, seeking: true })
      },
    },
    src: {
      get: () => facts.src,
      set(src: string) {
        Object.assign(facts, { src, time: 0, readyState: 0, duration: Number.NaN, paused: true })
      },
    },
    play: {
      value() {
        if (blocks) return Promise.reject(new DOMException('no', 'NotAllowedError'))
        facts.paused = false
        return Promise.resolve()
      },
    },
    pause: { value: () => (facts.paused = true) },
    load: { value() {} },
  }) as object
  const element = document.createElement('audio')
  Object.setPrototypeOf(element, prototype)

  const reports: PlayerReport[] = []
  const times: number[] = []
  const player = createPlayer(element, (report) => reports.push(report))
  const lifetime = new AbortController()
  startClock(element, { signal: lifetime.signal, listen: (time) => times.push(time) })
  const tell = (...events: string[]) =>
    events.forEach((event) => element.dispatchEvent(new Event(event)))

  /** The events of the browser from a new address to the end of the seek. */
  function load() {
    tell('emptied', 'timeupdate', 'durationchange')
    if (!plays.includes(facts.src)) return tell('error')
    Object.assign(facts, { readyState: 1, duration: facts.src === old ? 80 : 100 })
    tell('durationchange', 'loadedmetadata')
    settle()
  }
  function settle() {
    if (facts.seeking) tell('seeking')
    Object.assign(facts, { readyState: 4, seeking: false })
    tell('seeked', 'canplay')
    if (!facts.paused) tell('playing')
  }
  function playTo(time: number) {
    player.play()
    tell('play', 'playing')
    facts.time = time
    tell('timeupdate')
  }
  function forget() {
    reports.length = 0
    times.length = 0
  }

  player.load(old)
  load()
  forget()
  return { player, element, facts, reports, times, load, settle, playTo, tell, forget }
}

const durations = (reports: readonly PlayerReport[]) =>
  reports.flatMap((report) => (report.kind === 'duration' ? [report.duration] : []))
const activities = (reports: readonly PlayerReport[]) =>
  reports.flatMap((report) => (report.kind === 'activity' ? [report.activity] : []))

describe('moving over to a better address', () => {
  beforeEach(
    () =>
      void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'requestAnimationFrame'] }),
  )
  afterEach(() => void vi.useRealTimers())

  test('paused, happens at once, at the place asked for, and without a visible difference', async () => {
    const { player, element, facts, reports, times, load, settle, forget } = openPlayer()
    player.setRate(1.5)
    player.seek(42)
    settle()
    forget()
    const moving = player.swapTo({ address: better, actualTime: () => 7 })
    expect(facts.src).toBe(better)
    expect(element.currentTime).toBeCloseTo(42, 5)
    expect(element.duration).toBe(80)
    load()
    await expect(moving).resolves.toBe('moved')
    expect(facts.time).toBeCloseTo(42, 5)
    expect(element.defaultPlaybackRate).toBe(1.5)
    expect(new Set(durations(reports))).toEqual(new Set([100]))
    expect(new Set(activities(reports))).toEqual(new Set(['paused']))
    expect(times.every((time) => Math.abs(time - 42) < 0.001)).toBe(true)
    expect(Object.hasOwn(element, 'currentTime')).toBe(false)
  })

  test('keeps a seek that the old address has not done', async () => {
    const { player, facts, load } = openPlayer()
    player.load(old)
    player.seek(30)
    const moving = player.swapTo({ address: better })
    load()
    await moving
    expect(facts.time).toBeCloseTo(30, 5)
  })

  test('waits for the next seek while it plays from the start, and goes there with it', async () => {
    const { player, facts, reports, times, load, playTo, forget } = openPlayer()
    playTo(12)
    const moving = player.swapTo({ address: better, actualTime: () => 7 })
    expect(facts.src).toBe(old)
    forget()
    player.seek(60)
    expect(facts.src).toBe(better)
    load()
    await expect(moving).resolves.toBe('moved')
    expect(facts).toMatchObject({ paused: false })
    expect(facts.time).toBeCloseTo(60, 5)
    expect(times.every((time) => Math.abs(time - 60) < 0.001)).toBe(true)
    expect(new Set(activities(reports))).toEqual(new Set(['playing']))
  })

  test('waits for the next pause, because the audible position is exact', async () => {
    const { player, facts, load, playTo, tell } = openPlayer()
    playTo(12)
    const moving = player.swapTo({ address: better, actualTime: () => 7 })
    player.pause()
    tell('pause')
    expect(facts.src).toBe(better)
    load()
    await moving
    expect(facts).toMatchObject({ paused: true })
    expect(facts.time).toBeCloseTo(12, 5)
  })

  test('after a seek, happens at once, to the audible position', async () => {
    const { player, facts, times, load, settle, playTo, forget } = openPlayer()
    playTo(1)
    player.seek(50)
    settle()
    playTo(52)
    forget()
    const moving = player.swapTo({ address: better, actualTime: (claimed) => claimed + 3 })
    load()
    await moving
    expect(facts).toMatchObject({ paused: false })
    expect(facts.time).toBeCloseTo(55, 5)
    expect(Math.min(...times)).toBeCloseTo(55, 5)
  })

  test('does meanwhile what is asked for', async () => {
    const { player, facts, reports, load, forget } = openPlayer()
    player.seek(10)
    const moving = player.swapTo({ address: better })
    forget()
    player.play()
    player.seek(20)
    player.pause()
    player.seek(25)
    player.play()
    expect(activities(reports)).toEqual(['playing', 'paused', 'playing'])
    load()
    await moving
    expect(facts).toMatchObject({ paused: false })
    expect(facts.time).toBeCloseTo(25, 5)
  })

  test('goes back to the old address and place when the new one does not play', async () => {
    const { player, facts, reports, load, settle, playTo } = openPlayer({ plays: [old] })
    playTo(1)
    player.seek(50)
    settle()
    playTo(52)
    const moving = player.swapTo({ address: better, actualTime: (claimed) => claimed + 3 })
    for (let attempt = 0; attempt < 3; attempt++) load()
    await expect(moving).resolves.toBe('refused')
    expect(facts).toMatchObject({ src: old, paused: false })
    expect(facts.time).toBeCloseTo(52, 5)
    expect(reports.filter(({ kind }) => kind === 'failed')).toEqual([])
  })

  test('goes back when the new address turns out to be something else', async () => {
    const { player, facts, load } = openPlayer()
    const moving = player.swapTo({ address: better, duration: 3600 })
    for (let attempt = 0; attempt < 3; attempt++) load()
    await expect(moving).resolves.toBe('refused')
    expect(facts.src).toBe(old)
  })

  test('goes back when the new address says nothing for long', async () => {
    const { player, facts, load } = openPlayer()
    const moving = player.swapTo({ address: better })
    vi.advanceTimersByTime(10_000)
    expect(facts.src).toBe(old)
    load()
    await expect(moving).resolves.toBe('refused')
  })

  test('says that the browser wants a gesture, and stands still at the place', async () => {
    const { player, facts, reports, load, playTo } = openPlayer({ blocks: true })
    facts.paused = false
    playTo(5)
    const moving = player.swapTo({ address: better })
    player.seek(9)
    load()
    await expect(moving).resolves.toBe('moved')
    expect(reports).toContainEqual({ kind: 'failed', reason: 'blocked' })
    expect(activities(reports).at(-1)).toBe('paused')
    expect(facts.time).toBeCloseTo(9, 5)
  })

  test('is dropped when another recording comes, before it and during it', async () => {
    const { player, element, facts, playTo, load } = openPlayer()
    playTo(5)
    const waiting = player.swapTo({ address: better })
    player.load(old)
    await expect(waiting).resolves.toBe('dropped')
    load()
    const begun = player.swapTo({ address: better })
    player.load(old)
    await expect(begun).resolves.toBe('dropped')
    expect(facts.src).toBe(old)
    expect(element.currentTime).toBe(0)
    expect(Object.hasOwn(element, 'currentTime')).toBe(false)
  })

  test('takes the last of several addresses', async () => {
    const { player, facts, playTo } = openPlayer()
    playTo(5)
    const first = player.swapTo({ address: 'blob:first' })
    void player.swapTo({ address: better })
    await expect(first).resolves.toBe('dropped')
    player.seek(3)
    expect(facts.src).toBe(better)
  })
})
