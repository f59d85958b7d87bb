import type { ViewContext } from '#ui/kit/app-context.ts'
import { visibleRange } from '#state/waveform-view.ts'
import { lengthOf } from '#state/waveform-view.ts'
import { barsOf, gridFor } from './bars.ts'
import { createSoundReader } from './known-peaks.ts'
import { createMarks } from './marks.ts'
import { onNewLooks } from './on-new-looks.ts'
import { onceAFrame } from './once-a-frame.ts'
import { readPalette } from './palette.ts'
import { nextStepTime, stepOf } from './playhead.ts'
import type { DrawnRange } from './playhead.ts'
import { createWave } from './wave.ts'

/** Keeps the picture as the store has it: the sound, the marks over it, and the playhead. */
export function showWave(
  { store, playhead }: ViewContext,
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
  const readSound = createSoundReader()

  function drawWave() {
    const state = store.getState()
    const { width, seconds } = drawnRange
    if (width === 0 || seconds === 0) return
    const sound = readSound(state.peaks)
    const grid = gridFor(view, width)
    const peaks = sound.peaksOf(grid.stretch, grid.count)
    const bars = barsOf(grid, { ...sound, peaks, silences: state.silences ?? [] })
    wave.draw({ peaks, bars, seconds, height: container.clientHeight, palette })
  }
  const drawMarks = () => marks.draw(store.getState(), { view, palette })

  let placedAt = Number.NaN
  function placePlayhead() {
    const x = stepOf(playhead.getState().time - view.start, drawnRange)
    if (x === placedAt) return
    placedAt = x
    container.style.setProperty('--playhead', `${x}px`)
  }

  /** Picture and playhead change to another view together. */
  function drawView() {
    view = visibleRange(store.getState())
    drawnRange = measureRange()
    placePlayhead()
    drawWave()
    drawMarks()
  }

  const askForWave = onceAFrame(drawWave, signal)
  const askForMarks = onceAFrame(drawMarks, signal)
  const askForView = onceAFrame(drawView, signal)
  const askForAll = onceAFrame(() => {
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
  playhead.deadlines.add((time) => view.start + nextStepTime(time - view.start, drawnRange), signal)
  onNewLooks({ element: container, store, signal }, askForAll)
  signal.addEventListener('abort', () => {
    stops.forEach((stop) => stop())
    marks.remove()
    wave.destroy()
  })
}
