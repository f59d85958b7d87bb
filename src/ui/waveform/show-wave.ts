import type { ViewApp } from '#ui/kit/app-context.ts'
import { visibleRange } from '#state/waveform-view.ts'
import { lengthOf } from '#state/waveform-view.ts'
import { barsOf, gridFor } from './bars.ts'
import { createPeaksReader } from './known-peaks.ts'
import { createMarks } from './marks.ts'
import { onAppearanceChange } from './on-appearance-change.ts'
import { oncePerFrame } from './once-per-frame.ts'
import { readPalette } from './palette.ts'
import { latestStepTime, stepOf } from './playhead.ts'
import type { DrawnRange } from './playhead.ts'
import { createWave } from './wave.ts'

/** Draws the waveform, its marks and the playhead, and keeps them as the stores have them. */
export function showWave(
  { store, playhead }: ViewApp,
  { container, signal }: { container: HTMLElement; signal: AbortSignal },
) {
  let palette = readPalette(container)
  let view = visibleRange(store.getState())
  const measureRange = (): DrawnRange => ({
    width: container.clientWidth,
    seconds: lengthOf(view),
    scale: window.devicePixelRatio,
  })
  let drawnRange = measureRange()
  const wave = createWave(container)
  const marks = createMarks(container)
  const readPeaks = createPeaksReader()

  function drawWave() {
    const state = store.getState()
    const { width, seconds } = drawnRange
    if (width === 0 || seconds === 0) return
    const sound = readPeaks(state.peaks)
    const grid = gridFor(view, width)
    const peaks = sound.peaksOf(grid.range, grid.count)
    const bars = barsOf(grid, { ...sound, peaks, silences: state.silences ?? [] })
    wave.draw({ peaks, bars, seconds, height: container.clientHeight, palette })
  }
  const drawMarks = () => marks.draw(store.getState(), { view, palette })

  let placedAt = Number.NaN
  function placePlayhead() {
    const x = stepOf(playhead.getState().time - view.start, drawnRange)
    if (x === placedAt) return
    placedAt = x
    wave.placePlayhead(x)
  }

  /** Picture and playhead change to another view in one frame. */
  function drawView() {
    view = visibleRange(store.getState())
    drawnRange = measureRange()
    placePlayhead()
    drawWave()
    drawMarks()
  }

  const askForWave = oncePerFrame(drawWave, signal)
  const askForMarks = oncePerFrame(drawMarks, signal)
  const askForView = oncePerFrame(drawView, signal)
  const askForAll = oncePerFrame(() => {
    palette = readPalette(container)
    drawView()
  }, signal)

  const stops = [
    store.subscribe(({ view }) => view, askForView),
    store.subscribe(({ recording }) => recording, askForView),
    store.subscribe(({ peaks }) => peaks, askForWave),
    store.subscribe(({ silences }) => silences, askForWave),
    store.subscribe(({ document }) => document, askForMarks),
    store.subscribe(({ search }) => search.hits, askForMarks),
    store.subscribe(({ playback }) => playback.loop, askForMarks),
    playhead.subscribe(({ time }) => time, placePlayhead),
  ]
  playhead.deadlines.add(
    (time) => view.start + latestStepTime(time - view.start, drawnRange),
    signal,
  )
  onAppearanceChange({ element: container, store, signal }, askForAll)
  signal.addEventListener('abort', () => {
    stops.forEach((stop) => stop())
    marks.remove()
    wave.destroy()
  })
}
