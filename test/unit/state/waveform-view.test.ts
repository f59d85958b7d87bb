import { describe, expect, test } from 'vitest'
import {
  fractionAt,
  placeView,
  shortestView,
  timeAtFraction,
  turnPage,
} from '#state/waveform-view.ts'
import { isInView, lengthOf, viewWithin, zoomView } from '#state/waveform-view.ts'

const hour = 3600

describe('a view', () => {
  test.each([
    ['stays where it fits', 20, 10, { start: 20, end: 30 }],
    ['does not begin before the recording', -5, 10, { start: 0, end: 10 }],
    ['does not end after it', 95, 10, { start: 90, end: 100 }],
    ['of all of it is the whole', 20, 100, null],
    ['of more than all of it is the whole', -20, 200, null],
  ])('%s', (_, start, length, expected) => {
    expect(placeView(start, length, 100)).toEqual(expected)
  })

  test.each([
    ['the whole, when there is none', null, 100, { start: 0, end: 100 }],
    ['itself', { start: 20, end: 30 }, 100, { start: 20, end: 30 }],
    [
      'moved back, when the recording is shorter',
      { start: 20, end: 30 },
      25,
      { start: 15, end: 25 },
    ],
    ['the whole, when no more is left', { start: 20, end: 30 }, 8, { start: 0, end: 8 }],
    ['nothing, while there is no length', null, 0, { start: 0, end: 0 }],
  ])('shows %s', (_, view, duration, expected) => {
    expect(viewWithin(view, duration)).toEqual(expected)
  })

  test('and the times in it are two ways to say one thing', () => {
    const view = { start: 50, end: 150 }
    expect(timeAtFraction(view, 0.25)).toBe(75)
    expect(fractionAt(view, 75)).toBe(0.25)
    expect(timeAtFraction(view, -1)).toBe(50)
    expect(timeAtFraction(view, 2)).toBe(150)
  })

  test.each([
    [49.9, false],
    [50, true],
    [100, true],
    [150, true],
    // A click on an edge seeks two microseconds past it.
    [150.000002, true],
    [150.1, false],
  ])('knows whether %d s is in it: %s', (time, expected) => {
    expect(isInView({ start: 50, end: 150 }, time)).toBe(expected)
  })
})

describe('zooming', () => {
  const whole = { start: 0, end: 10 * hour }

  test('halves what is shown, around the given time', () => {
    const zoom = { factor: 2, time: 5 * hour, place: 0.5, duration: 10 * hour }
    expect(zoomView(whole, zoom)).toEqual({ start: 2.5 * hour, end: 7.5 * hour })
  })

  test('keeps a time where it is on the screen', () => {
    const view = zoomView(whole, { factor: 8, time: hour, place: 0.1, duration: 10 * hour })!
    expect(fractionAt(view, hour)).toBeCloseTo(0.1)
  })

  test('goes from ten hours to a few words in a dozen steps, and no closer', () => {
    let view = whole
    let steps = 0
    while (lengthOf(view) > shortestView && steps < 100) {
      view = zoomView(view, { factor: 2, time: hour, place: 0.5, duration: 10 * hour })!
      steps++
    }
    expect(steps).toBe(13)
    expect(view).toEqual({ start: hour - 4, end: hour + 4 })
    expect(zoomView(view, { factor: 2, time: hour, place: 0.5, duration: 10 * hour })).toEqual(view)
  })

  test('comes back to the whole from anywhere', () => {
    const view = { start: 100, end: 160 }
    expect(zoomView(view, { factor: 0.5, time: 130, place: 0.5, duration: 110 })).toBeNull()
  })

  test('shows all of what is shorter than the closest view', () => {
    const short = { start: 0, end: 5 }
    expect(zoomView(short, { factor: 2, time: 2, place: 0.5, duration: 5 })).toBeNull()
  })
})

describe('turning the page', () => {
  const view = { start: 100, end: 200 }
  test.each([
    ['on, when the playhead runs out of it: a little is seen twice', 200.02, 195.02],
    ['to the end of the recording, which is not a whole page', 995, 900],
    ['to a place after it that was jumped to, which comes to the middle', 450, 400],
    ['to a place before it', 60, 10],
    ['to the start', 2, 0],
  ])('goes %s', (_, time, start) => {
    const page = turnPage(view, time, 1000)!
    expect(page.start).toBeCloseTo(start)
    expect(lengthOf(page)).toBeCloseTo(100)
    expect(isInView(page, time)).toBe(true)
  })
})
