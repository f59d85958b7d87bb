import { describe, expect, test } from 'vitest'
import type { CommandContext } from '#commands/command-context.ts'
import { runCommand } from '#commands/commands.ts'
import type { CommandId } from '#commands/commands.ts'
import { keepPlayheadInView, moveView, zoomAround } from '#commands/zooming.ts'
import { visibleRange } from '#state/waveform-view.ts'
import { lengthOf, fractionAt } from '#state/waveform-view.ts'
import { createPlayheadStore } from '#state/playhead-store.ts'
import { createAppStore } from '#state/store.ts'

const hour = 3600

/** A paused recording at a time, and a waveform that follows it. */
function listen(duration: number, time = 0) {
  const store = createAppStore()
  const playhead = createPlayheadStore(store)
  const element = { currentTime: time } as HTMLMediaElement
  const app = { store, playhead, player: { element } } as unknown as CommandContext
  store.getState().recordingOpened({
    name: 'Talk',
    key: 'talk',
    address: 'talk.mp3',
    sharedAddress: null,
    duration,
    seekable: true,
  })
  const goTo = (next: number) => {
    element.currentTime = next
    playhead.getState().playheadMoved(next)
  }
  goTo(time)
  keepPlayheadInView(app, new AbortController().signal)
  return {
    app,
    store,
    goTo,
    /** As the clock reports it, sixty times a second. */
    playTo(end: number) {
      for (let now = element.currentTime; now < end; now += 1 / 60) goTo(now)
      goTo(end)
    },
    run: (id: CommandId) => runCommand(app, id),
    view: () => store.getState().view,
    shown: () => visibleRange(store.getState()),
    said: () => store.getState().notices.status,
  }
}

describe('+ and -', () => {
  test('show half as much, with the playhead in the middle, and say how much', () => {
    const { run, shown, said } = listen(600, 300)
    run('zoom-in')
    run('zoom-in')
    expect(shown()).toEqual({ start: 225, end: 375 })
    expect(said()).toBe('Showing 2 minutes 30 seconds')
  })

  test('show eight seconds of ten hours, and then no less', () => {
    const { run, shown, said } = listen(10 * hour, 5 * hour)
    for (let press = 0; press < 20; press++) run('zoom-in')
    expect(shown()).toEqual({ start: 5 * hour - 4, end: 5 * hour + 4 })
    expect(said()).toBe('Showing 8 seconds, as close as it goes')
  })

  test('come back to the whole, and say so', () => {
    const { run, view, said } = listen(600, 300)
    run('zoom-in')
    run('zoom-out')
    expect(view()).toBeNull()
    expect(said()).toBe('The whole recording')
  })

  test('leave a view that the listener has moved where it is', () => {
    const { app, run, shown } = listen(10 * hour, 60)
    for (let press = 0; press < 5; press++) run('zoom-in')
    moveView(app, 5 * hour)
    const middle = 5 * hour + lengthOf(shown()) / 2
    run('zoom-in')
    expect(fractionAt(shown(), middle)).toBeCloseTo(0.5)
  })
})

test('a wheel zooms around the pointer', () => {
  const { app, shown } = listen(10 * hour)
  zoomAround(app, 10, 9 * hour)
  expect(lengthOf(shown())).toBe(hour)
  expect(fractionAt(shown(), 9 * hour)).toBeCloseTo(0.9)
})

test('( and ) look half a view back and on, and say from where to where', () => {
  const { run, shown, said } = listen(600, 300)
  run('zoom-in')
  run('look-later')
  expect(shown()).toEqual({ start: 300, end: 600 })
  expect(said()).toBe('From 5 minutes to 10 minutes')
  run('look-later')
  expect(shown()).toEqual({ start: 300, end: 600 })
  run('look-earlier')
  expect(shown()).toEqual({ start: 150, end: 450 })
})

describe('while the sound plays', () => {
  test('the view stands still until the playhead leaves it, and turns the page then', () => {
    const { run, playTo, shown } = listen(600, 300)
    for (let press = 0; press < 3; press++) run('zoom-in')
    expect(shown()).toEqual({ start: 262.5, end: 337.5 })
    playTo(337.4)
    expect(shown()).toEqual({ start: 262.5, end: 337.5 })
    playTo(338)
    expect(shown().start).toBeCloseTo(337.5 - 75 * 0.05, 1)
    expect(fractionAt(shown(), 338)).toBeLessThan(0.07)
  })

  test('the playhead is in view, over all pages, to the end', () => {
    const { run, playTo, shown } = listen(60)
    for (let press = 0; press < 3; press++) run('zoom-in')
    for (let second = 0; second <= 60; second++) {
      playTo(second)
      expect(fractionAt(shown(), second)).toBeGreaterThanOrEqual(-0.002)
      expect(fractionAt(shown(), second)).toBeLessThanOrEqual(1.002)
    }
    expect(shown().end).toBe(60)
  })

  test('a view that the listener has moved stays', () => {
    const { app, run, playTo, shown } = listen(600, 300)
    for (let press = 0; press < 3; press++) run('zoom-in')
    moveView(app, 500)
    playTo(345)
    expect(shown()).toEqual({ start: 500, end: 575 })
  })

  test('until the playhead comes into view: then the pages turn again', () => {
    const { app, run, playTo, shown } = listen(600, 300)
    for (let press = 0; press < 3; press++) run('zoom-in')
    moveView(app, 310)
    expect(shown()).toEqual({ start: 310, end: 385 })
    playTo(384)
    expect(shown()).toEqual({ start: 310, end: 385 })
    playTo(386)
    expect(shown().start).toBeGreaterThan(380)
  })

  test('or until they seek, even to where the sound is', () => {
    const { app, store, run, shown } = listen(600, 300)
    for (let press = 0; press < 3; press++) run('zoom-in')
    moveView(app, 500)
    store.getState().viewChanged({ viewFollows: true })
    expect(shown()).toEqual({ start: 262.5, end: 337.5 })
  })

  test('a loop that goes round outside of the view does not fetch it back', () => {
    const { app, run, playTo, goTo, shown } = listen(600, 300)
    for (let press = 0; press < 3; press++) run('zoom-in')
    moveView(app, 500)
    playTo(303)
    goTo(300)
    playTo(303)
    expect(shown()).toEqual({ start: 500, end: 575 })
  })
})

test('a seek out of the view brings the place into its middle', () => {
  const { run, goTo, shown } = listen(600, 300)
  for (let press = 0; press < 3; press++) run('zoom-in')
  goTo(100)
  expect(shown()).toEqual({ start: 62.5, end: 137.5 })
})

test('another recording is shown as a whole', () => {
  const { store, run, view } = listen(600, 300)
  run('zoom-in')
  expect(view()).not.toBeNull()
  store.getState().recordingClosed()
  expect(view()).toBeNull()
})
