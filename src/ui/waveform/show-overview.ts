import type { ViewApp } from '#ui/kit/app-context.ts'
import { moveView } from '#commands/zooming.ts'
import { visibleRange } from '#state/waveform-view.ts'
import { isInView, lengthOf } from '#state/waveform-view.ts'
import { barsOf, gridFor } from './bars.ts'
import { fitCanvas } from './fit-canvas.ts'
import { createPeaksReader } from './known-peaks.ts'
import { onAppearanceChange } from './on-appearance-change.ts'
import { oncePerFrame } from './once-per-frame.ts'
import { paintBars } from './paint-bars.ts'
import { readPalette } from './palette.ts'

export interface OverviewParts {
  readonly box: HTMLElement
  readonly canvas: HTMLCanvasElement
  /** Lies over the range that the waveform shows. */
  readonly pane: HTMLElement
  readonly playhead: HTMLElement
  readonly signal: AbortSignal
}

/** Draws the whole recording in a strip, with a pane over the visible range. The pane can be dragged. */
export function showOverview(app: ViewApp, parts: OverviewParts) {
  const { box, canvas, pane, signal } = parts
  const { store, playhead } = app
  const readPeaks = createPeaksReader()
  const duration = () => {
    const { recording } = store.getState()
    return recording.status === 'open' ? recording.duration : 0
  }

  function drawBars() {
    const fitted = fitCanvas(canvas, box)
    if (!fitted || duration() === 0) return
    const { pen, scale } = fitted
    width = fitted.width
    placePlayhead()
    const palette = readPalette(box)
    const sound = readPeaks(store.getState().peaks)
    const grid = gridFor({ start: 0, end: duration() }, width)
    const peaks = sound.peaksOf(grid.range, grid.count)
    const bars = barsOf(grid, { ...sound, peaks, silences: [] })
    pen.resetTransform()
    pen.fillStyle = palette.wave.waveColor
    paintBars(pen, { bars, scale, isPale: palette.isPale })
  }

  function placePane() {
    const view = visibleRange(store.getState())
    pane.style.left = `${(view.start / duration()) * 100}%`
    pane.style.width = `${(lengthOf(view) / duration()) * 100}%`
  }

  let width = 0
  let shownAt = Number.NaN
  function placePlayhead() {
    const x = Math.round((playhead.getState().time / duration()) * width)
    if (x === shownAt || !Number.isFinite(x)) return
    shownAt = x
    parts.playhead.style.transform = `translateX(${x}px)`
  }

  const askForBars = oncePerFrame(drawBars, signal)
  const askForPane = oncePerFrame(placePane, signal)
  const stops = [
    store.subscribe(({ peaks }) => peaks, askForBars),
    store.subscribe(({ recording }) => recording, askForBars),
    store.subscribe(({ view }) => view, askForPane),
    playhead.subscribe(({ time }) => time, placePlayhead),
  ]
  playhead.deadlines.add((time) => {
    const x = Math.round((time / duration()) * width)
    // One pixel late, as the cursor of the waveform.
    return ((x + 1.5) / width) * duration() || Infinity
  }, signal)
  signal.addEventListener('abort', () => stops.forEach((stop) => stop()))
  onAppearanceChange({ element: box, store, signal }, askForBars)
  placePane()
  dragPane(app, { box, signal, duration })
}

/** A press outside of the pane centres it there, and drags it by its middle. */
function dragPane(
  app: ViewApp,
  { box, signal, duration }: { box: HTMLElement; signal: AbortSignal; duration: () => number },
) {
  /** Seconds from the start of the view to the pointer that drags it; `null`: no drag. */
  let hold: number | null = null
  const timeOf = ({ clientX }: PointerEvent) => {
    const { left, width } = box.getBoundingClientRect()
    return ((clientX - left) / width) * duration()
  }
  const drag = (event: PointerEvent) => hold !== null && moveView(app, timeOf(event) - hold)
  const letGo = () => (hold = null)

  box.addEventListener(
    'pointerdown',
    (event) => {
      if (event.button !== 0) return
      const view = visibleRange(app.store.getState())
      const time = timeOf(event)
      hold = isInView(view, time) ? time - view.start : lengthOf(view) / 2
      box.setPointerCapture(event.pointerId)
      drag(event)
    },
    { signal },
  )
  box.addEventListener('pointermove', drag, { signal })
  box.addEventListener('pointerup', letGo, { signal })
  box.addEventListener('pointercancel', letGo, { signal })
}
