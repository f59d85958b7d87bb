import { describe, expect, test } from 'vitest'
import { createPeakPyramid } from '#audio/peaks/peak-pyramid.ts'
import { barsOf, gridFor } from '#ui/waveform/bars.ts'
import { createPeaksReader, steadyLoudest } from '#ui/waveform/known-peaks.ts'
import { createLinesInView, skipUnseen } from '#ui/waveform/lines-in-view.ts'
import { latestStepTime, nextStepTime, stepOf } from '#ui/waveform/playhead.ts'
import { wheelGesture } from '#ui/waveform/wheel-gestures.ts'
import { firstEndingAfter } from '#ui/waveform/first-ending-after.ts'
import type { Line } from '#transcript/line.ts'

describe('the bars', () => {
  test('are as many as there is room for, however long the recording', () => {
    for (const end of [8, 180, 36_000]) {
      expect(gridFor({ start: 0, end }, 735).count).toBe(245)
    }
  })

  test('stand for the same moments when the view is moved: the picture moves with it', () => {
    const before = gridFor({ start: 100, end: 160 }, 600)
    const after = gridFor({ start: 100.07, end: 160.07 }, 600)
    expect(before.range.start).toBeCloseTo(99.9)
    expect(before.left).toBeCloseTo(-1)
    expect(after.range.start).toBeCloseTo(before.range.start)
    expect(after.left).toBeCloseTo(before.left - 0.7)
  })

  test('cover the view from edge to edge', () => {
    for (const start of [0, 1 / 3, 1000.1, 35_990]) {
      const { range, count, left } = gridFor({ start, end: start + 10 }, 733)
      expect(range.start).toBeLessThanOrEqual(start + 1e-6)
      expect(range.end).toBeGreaterThanOrEqual(start + 10 - 1e-6)
      expect(left).toBeLessThanOrEqual(1e-6)
      expect(left + count * 3).toBeGreaterThanOrEqual(733 - 1e-6)
    }
  })

  // Ten bars of one second.
  const grid = gridFor({ start: 0, end: 10 }, 30)
  const peaks = [0.1, 0.2, 0.3, 0.4, 0.5, 0.4, 0.3, 0.2, 0.1, 0.8]
  const draw = (more: Partial<Parameters<typeof barsOf>[1]> = {}) =>
    barsOf(grid, { peaks, loudest: 0.5, inexact: [], silences: [], ...more })
  const signs = { full: '|', preview: 'i', pause: '_', unknown: '.' }
  const drawnLooks = (bars: ReturnType<typeof draw>) => bars.map(({ look }) => signs[look]).join('')

  test('are as high as they are loud beside the loudest, and no higher than there is room', () => {
    expect(draw().map(({ height }) => height)).toEqual([
      0.2, 0.4, 0.6, 0.8, 1, 0.8, 0.6, 0.4, 0.2, 1,
    ])
    expect(draw({ loudest: 0 }).every(({ height }) => height === 0)).toBe(true)
  })

  test('say which are a preview, and of which nothing is known', () => {
    const inexact = [
      { start: 2.5, end: 4, isKnown: true },
      { start: 8, end: 10, isKnown: false },
    ]
    const bars = draw({ inexact })
    expect(drawnLooks(bars)).toBe('||ii||||..')
    expect(bars.at(-1)).toMatchObject({ look: 'unknown', height: 0 })
  })

  test('leave a gap where all of a bar is a pause', () => {
    const silences = [
      { start: 0.2, end: 0.9 },
      { start: 3, end: 5.5 },
    ]
    expect(drawnLooks(draw({ silences }))).toBe('|||__|||||')
  })

  test('find their place among thousands of pauses', () => {
    const silences = Array.from({ length: 20_000 }, (_, at) => ({ start: at * 2, end: at * 2 + 1 }))
    const far = gridFor({ start: 30_000, end: 30_010 }, 30)
    const bars = barsOf(far, { peaks, loudest: 1, inexact: [], silences })
    expect(drawnLooks(bars)).toBe('_|_|_|_|_|')
  })
})

describe('the height of the picture', () => {
  test.each([
    ['is that of the loudest', 0, 0.3, 0.3],
    ['stays for a little more', 0.5, 0.52, 0.5],
    ['changes for noticeably more', 0.5, 0.6, 0.6],
    ['never grows for less', 0.5, 0.2, 0.5],
  ])('%s', (_, before, loudest, expected) => {
    expect(steadyLoudest(before, loudest)).toBe(expected)
  })

  test('is one for the whole recording, grows with what is found, and starts anew with another', () => {
    const read = createPeaksReader()
    const pyramid = createPeakPyramid(60)
    pyramid.add(0, new Uint8Array(6000).fill(51), 'preview')
    const drawing = { status: 'drawing', pyramid, stage: 'decoding', isPaused: false } as const
    const first = read({ ...drawing, progress: 0 })
    expect(first.loudest).toBeCloseTo(0.2)
    expect(first.inexact).toEqual([{ start: 0, end: 60, isKnown: true }])
    pyramid.add(0, new Uint8Array(512).fill(204), 'full')
    expect(read({ ...drawing, progress: 0.1 }).loudest).toBeCloseTo(0.8)
    const quiet = createPeakPyramid(60)
    quiet.add(0, new Uint8Array(6000).fill(26), 'full')
    expect(read({ status: 'drawn', pyramid: quiet }).loudest).toBeCloseTo(0.1)
    expect(read({ status: 'none' }).loudest).toBe(0)
  })
})

describe('speaker bands', () => {
  const line = (start: number | null, end: number | null): Line => ({
    text: '',
    start,
    end,
    speaker: null,
    kind: 'speech',
    words: [],
    segment: 0,
  })

  test('are the lines in view, as a look at each of them would find, for lines that overlap', () => {
    let seed = 7
    const random = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647
    const lines = Array.from({ length: 300 }, (_, at) => {
      const start = random() * 1000
      return at % 50 === 0 ? line(null, null) : line(start, start + random() * (at % 9 ? 8 : 400))
    })
    const linesInView = createLinesInView(lines)
    for (let start = -20; start < 1100; start += 17) {
      const view = { start, end: start + 40 }
      const slow = lines.filter(
        (each) => each.start !== null && each.start < view.end && each.end! > view.start,
      )
      expect(new Set(linesInView.within(view))).toEqual(new Set(slow))
    }
  })

  test('are drawn at most once a pixel, however many lines there are', () => {
    const spans = Array.from({ length: 100_000 }, (_, at) => ({
      left: at * 0.00736,
      right: at * 0.00736 + 0.007,
    }))
    expect(skipUnseen(spans).length).toBeLessThanOrEqual(738)
    expect(skipUnseen(spans).length).toBeGreaterThan(700)
  })

  test('are all drawn where each can be seen', () => {
    const spans = [
      { left: 0, right: 10 },
      { left: 2, right: 6 },
      { left: 10, right: 11 },
    ]
    expect(skipUnseen(spans)).toEqual(spans)
  })
})

test.each([
  [-1, 0],
  [0, 0],
  [5, 0],
  [9.99, 0],
  [10, 1],
  [25, 2],
])('of ranges that end at 10 and 20, %d is before number %d', (time, expected) => {
  const ranges = [
    { start: 0, end: 10 },
    { start: 12, end: 20 },
  ]
  expect(firstEndingAfter(ranges, time)).toBe(expected)
})

describe('the playhead', () => {
  test.each([
    ['by one device pixel', 12.26, { width: 600, seconds: 60, scale: 2 }, 122.5],
    ['by one pixel', 12.26, { width: 600, seconds: 60, scale: 1 }, 123],
    ['by its own width, where it runs', 1.01, { width: 600, seconds: 10, scale: 2 }, 60],
    ['no further than it is seen', 60, { width: 600, seconds: 60, scale: 1 }, 598],
    ['out of sight before the view', -4, { width: 600, seconds: 60, scale: 1 }, -2],
    ['out of sight after it', 80, { width: 600, seconds: 60, scale: 1 }, 600],
  ])('moves %s', (_, time, size, expected) => {
    expect(stepOf(time, size)).toBe(expected)
  })

  test.each([
    [12.26, { width: 600, seconds: 60, scale: 2 }],
    [1.01, { width: 600, seconds: 10, scale: 2 }],
    [0, { width: 600, seconds: 3600, scale: 1 }],
  ])('at %d s stands still until the time of its next step', (time, size) => {
    const next = nextStepTime(time, size)
    expect(stepOf(next - 1e-6, size)).toBe(stepOf(time, size))
    expect(stepOf(next + 1e-6, size)).toBeGreaterThan(stepOf(time, size))
  })

  test('may be one of its single pixels late, and no larger step', () => {
    const slow = { width: 600, seconds: 60, scale: 2 }
    expect(latestStepTime(1, slow) - nextStepTime(1, slow)).toBeCloseTo(0.05)
    const fast = { width: 600, seconds: 10, scale: 2 }
    expect(latestStepTime(1, fast)).toBe(nextStepTime(1, fast))
    expect(latestStepTime(-4, slow)).toBe(0)
    expect(latestStepTime(61, slow)).toBe(Infinity)
  })

  test('steps when it comes into the view, and not after it', () => {
    const size = { width: 600, seconds: 60, scale: 1 }
    expect(nextStepTime(-4, size)).toBe(0)
    expect(nextStepTime(61, size)).toBe(Infinity)
  })
})

describe('a turn of the wheel', () => {
  const turn = { deltaX: 0, deltaY: 0, deltaMode: 0, ctrlKey: false, shiftKey: false }
  test.each([
    ['up and down scrolls the page', { deltaY: 100 }, true, null],
    ['sideways pans', { deltaX: 40, deltaY: 3 }, true, { kind: 'pan', pixels: 40 }],
    ['with Shift pans', { deltaY: 100, shiftKey: true }, true, { kind: 'pan', pixels: 100 }],
    [
      'with Shift, reported as sideways, pans',
      { deltaX: -9, shiftKey: true },
      true,
      { kind: 'pan', pixels: -9 },
    ],
    ['sideways is the page’s where all is shown', { deltaX: 40 }, false, null],
    ['with Ctrl zooms in', { deltaY: -300, ctrlKey: true }, false, { kind: 'zoom', factor: 2 }],
    ['with Ctrl zooms out', { deltaY: 300, ctrlKey: true }, true, { kind: 'zoom', factor: 0.5 }],
    [
      'of a pinch zooms by more',
      { deltaY: -6, ctrlKey: true },
      true,
      { kind: 'zoom', factor: 2 ** 0.1 },
    ],
    [
      'in lines counts sixteen pixels each',
      { deltaX: 3, deltaMode: 1 },
      true,
      { kind: 'pan', pixels: 48 },
    ],
  ] as const)('%s', (_, given, isZoomed, expected) => {
    expect(wheelGesture({ ...turn, ...given }, isZoomed)).toEqual(expected)
  })
})
