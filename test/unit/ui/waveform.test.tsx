// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { StrictMode } from 'react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createPeakPyramid } from '#audio/peaks/peak-pyramid.ts'
import { AppContext } from '#ui/kit/app-context.ts'
import { Waveform } from '#ui/waveform/Waveform.tsx'
import { createViewContext } from '../../support/view-context.ts'

// wavesurfer.js is replaced by a fake that records what it is given; journeys in real browsers draw the picture.
const { given } = vi.hoisted(() => ({ given: [] as { peaks: Float32Array; seconds: number }[] }))
vi.mock('wavesurfer.js', () => ({
  default: {
    create: ({ container }: { container: HTMLElement }) => ({
      setOptions() {},
      getWrapper() {
        container.innerHTML = '<div part="progress"></div><div part="cursor"></div>'
        return container
      },
      load: (_: string, [peaks]: [Float32Array], seconds: number) => given.push({ peaks, seconds }),
      destroy() {},
    }),
  },
}))

const width = 600
vi.stubGlobal(
  'ResizeObserver',
  class {
    readonly observe: () => void
    constructor(react: () => void) {
      this.observe = react
    }
    disconnect() {}
  },
)
window.matchMedia = () => ({ matches: false, addEventListener() {} }) as never
HTMLCanvasElement.prototype.getContext = () => null
HTMLElement.prototype.setPointerCapture = () => {}
Object.defineProperty(HTMLElement.prototype, 'clientWidth', { get: () => width })
Object.defineProperty(HTMLElement.prototype, 'clientHeight', { get: () => 72 })
HTMLElement.prototype.getBoundingClientRect = () => new DOMRect(0, 0, width, 72)
vi.spyOn(HTMLMediaElement.prototype, 'load').mockImplementation(() => {})
vi.spyOn(HTMLMediaElement.prototype, 'pause').mockImplementation(() => {})

beforeEach(() => {
  vi.useFakeTimers()
  given.length = 0
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const hour = 3600

/** jsdom has no pointer events. */
const point = (name: 'down' | 'move' | 'up', target: HTMLElement, clientX: number) =>
  fireEvent(target, new MouseEvent(`pointer${name}`, { bubbles: true, button: 0, clientX }))
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))

async function show(duration = 10 * hour) {
  const app = createViewContext()
  const { store, playhead } = app
  store.getState().recordingOpened({
    name: 'Talk',
    key: 'talk',
    address: 'talk.mp3',
    sharedAddress: null,
    duration,
    seekable: true,
  })
  const { container } = render(
    <StrictMode>
      <AppContext value={app}>
        <Waveform />
      </AppContext>
    </StrictMode>,
  )
  // Modules loaded on demand arrive in real time.
  await act(() => vi.dynamicImportSettled())
  await pass(100)
  expect(given.length).toBeGreaterThan(0)
  const pyramid = createPeakPyramid(duration)
  return {
    store,
    playhead,
    pyramid,
    find: (name: string) => container.querySelector<HTMLElement>(`.${name}`),
    look: (view: { start: number; end: number } | null) =>
      act(() => store.getState().viewChanged({ view })),
    reportDrawing: (progress: number, isPaused = false) =>
      act(() =>
        store
          .getState()
          .peaksReported({ status: 'drawing', pyramid, stage: 'decoding', progress, isPaused }),
      ),
  }
}

describe('the picture', () => {
  test('gets as many peaks as there is room for, of ten hours as of eight seconds', async () => {
    const { store, pyramid, look } = await show()
    act(() => store.getState().peaksReported({ status: 'drawn', pyramid }))
    await pass(50)
    expect(given.at(-1)).toMatchObject({ seconds: 10 * hour })
    expect(given.at(-1)!.peaks.length).toBe(200)
    look({ start: hour, end: hour + 8 })
    await pass(50)
    expect(given.at(-1)).toMatchObject({ seconds: 8 })
    expect(given.at(-1)!.peaks.length).toBeLessThanOrEqual(202)
  })

  test('is drawn once a frame, however often the view moves', async () => {
    const { look } = await show()
    await pass(50)
    const before = given.length
    for (let start = 0; start < 500; start++) look({ start, end: start + 60 })
    await pass(20)
    expect(given.length - before).toBe(1)
  })

  test('is not drawn again while the sound plays', async () => {
    const { playhead } = await show()
    await pass(50)
    const before = given.length
    for (let time = 0; time < 5; time += 0.1) act(() => playhead.getState().playheadMoved(time))
    await pass(50)
    expect(given.length).toBe(before)
  })
})

describe('the playhead', () => {
  /** Where the cursor is, and the played part ends. */
  function shownAt(find: (name: string) => HTMLElement | null) {
    const places = Array.from(
      find('waveform-picture')!.querySelectorAll<HTMLElement>('[part]'),
      ({ style }) => style.getPropertyValue('--playhead'),
    )
    expect(new Set(places).size).toBe(1)
    return places[0]
  }

  test('stands at the time in what is shown, and out of sight elsewhere', async () => {
    const { playhead, look, find } = await show()
    const moveTo = (time: number) => act(() => playhead.getState().playheadMoved(time))
    moveTo(5 * hour)
    expect(shownAt(find)).toBe('300px')
    look({ start: 4 * hour, end: 5.5 * hour })
    await pass(50)
    expect(shownAt(find)).toBe('400px')
    moveTo(6 * hour)
    expect(shownAt(find)).toBe('600px')
    moveTo(3 * hour)
    expect(shownAt(find)).toBe('-2px')
  })

  test('wakes the clock less than once for each of its pixels, and moves along when something else does', async () => {
    const { playhead, find } = await show(300)
    // Two pixels a second; the first is reached after 0.25 s.
    playhead.getState().playheadMoved(0.1)
    expect(playhead.deadlines.next(0.1)).toBeCloseTo(0.75)
    act(() => playhead.getState().playheadMoved(0.3))
    expect(shownAt(find)).toBe('1px')
  })
})

describe('a waveform that is zoomed in', () => {
  test('has a strip of the whole under it, which is nothing to assistive technology or Tab', async () => {
    const { look, find } = await show()
    expect(find('waveform-overview')).toBeNull()
    look({ start: hour, end: 3 * hour })
    expect(find('waveform-overview')!.getAttribute('aria-hidden')).toBe('true')
    expect(find('waveform-overview')!.querySelector('button, input, [tabindex]')).toBeNull()
    expect(find('waveform-overview-pane')!.style.left).toBe('10%')
    expect(find('waveform-overview-pane')!.style.width).toBe('20%')
    look(null)
    expect(find('waveform-overview')).toBeNull()
  })

  test('shows another part when the pane of the strip is dragged; nothing is sought', async () => {
    const { playhead, store, look, find } = await show()
    look({ start: 0, end: hour })
    // Held a third into the pane, which is 60 pixels wide.
    point('down', find('waveform-overview')!, 20)
    point('move', find('waveform-overview')!, 320)
    expect(store.getState().view).toEqual({ start: 5 * hour, end: 6 * hour })
    point('up', find('waveform-overview')!, 320)
    point('move', find('waveform-overview')!, 20)
    expect(store.getState().view).toEqual({ start: 5 * hour, end: 6 * hour })
    expect(playhead.getState().time).toBe(0)
  })

  test('comes to where the strip is pressed, in the middle', async () => {
    const { store, look, find } = await show()
    look({ start: 0, end: hour })
    point('down', find('waveform-overview')!, 450)
    expect(store.getState().view).toEqual({ start: 7 * hour, end: 8 * hour })
  })

  test('leaves a wheel that goes up and down to the page, and pans with Shift', async () => {
    const { store, look, find } = await show()
    look({ start: 0, end: hour })
    const scrolls = fireEvent.wheel(find('waveform-box')!, { deltaY: 100 })
    expect(scrolls).toBe(true)
    expect(store.getState().view!.start).toBe(0)
    const pans = fireEvent.wheel(find('waveform-box')!, { deltaY: 60, shiftKey: true })
    expect(pans).toBe(false)
    expect(store.getState().view!.start).toBeCloseTo(hour / 10)
  })
})

describe('while a waveform is drawn', () => {
  test('nothing is said about what is done within two seconds', async () => {
    const { store, pyramid, find, reportDrawing } = await show()
    reportDrawing(0.1)
    await pass(1900)
    expect(find('waveform-drawing-note')).toBeNull()
    act(() => store.getState().peaksReported({ status: 'drawn', pyramid }))
    await pass(5000)
    expect(find('waveform-drawing-note')).toBeNull()
  })

  test('nor about what is half done by then', async () => {
    const { find, reportDrawing } = await show()
    reportDrawing(0.6)
    await pass(2100)
    reportDrawing(0.8)
    await pass(2100)
    expect(find('waveform-drawing-note')).toBeNull()
  })

  test('a line tells how far it is, and no screen reader is made to read it', async () => {
    const { find, reportDrawing } = await show()
    reportDrawing(0.1)
    await pass(2100)
    reportDrawing(0.456)
    expect(find('waveform-drawing-note')!.textContent).toBe('Drawing the waveform: 45 %')
    expect(
      find('waveform-drawing-note')!.closest('[aria-live], [role=status], [role=alert]'),
    ).toBeNull()
    expect(
      find('waveform-drawing-note')!.querySelector('[aria-live], [role=progressbar]'),
    ).toBeNull()
  })

  test('a button pauses it and goes on', async () => {
    const { store, find, reportDrawing } = await show()
    reportDrawing(0.45)
    await pass(2100)
    fireEvent.click(screen.getByRole('button', { name: 'Pause drawing' }))
    expect(store.getState().peaks).toMatchObject({ status: 'drawing', isPaused: true })
    expect(find('waveform-drawing-note')!.textContent).toBe('The waveform is drawn to 45 %')
    fireEvent.click(screen.getByRole('button', { name: 'Continue drawing' }))
    expect(store.getState().peaks).toMatchObject({ isPaused: false })
    expect(screen.getByRole('button', { name: 'Cancel drawing' })).not.toBeNull()
  })
})
