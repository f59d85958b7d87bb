import type { ViewContext } from '#ui/kit/app-context.ts'
import { visibleRange } from '#state/waveform-view.ts'
import { lengthOf } from '#state/waveform-view.ts'
import { barsOf, gridFor } from './bars.ts'
import { createSoundReader } from './known-peaks.ts'
import { createMarks } from './marks.ts'
import { onNewLooks } from './on-new-looks.ts'
import { onceAFrame } from './once-a-frame.ts'
import { readPalette } from './palette.ts'
import { createWave } from './wave.ts'

/** Keeps the picture as the store has it: the sound, the marks over it, and the playhead. */
export function showWave(
  { store, playhead }: ViewContext,
  { container, signal }: { container: HTMLElement; signal: AbortSignal },
) {
  let palette = readPalette(container)
  let view = visibleRange(store.getState())
  const wave = createWave(container, palette)
  const marks = createMarks(container)
  const readSound = createSoundReader()

  function drawWave() {
    const state = store.getState()
    const { clientWidth: width, clientHeight: height } = container
    if (width === 0 || lengthOf(view) === 0) return
    const sound = readSound(state.peaks)
    const grid = gridFor(view, width)
    const peaks = sound.peaksOf(grid.stretch, grid.count)
    const bars = barsOf(grid, { ...sound, peaks, silences: state.silences ?? [] })
    wave.draw({ peaks, bars, seconds: lengthOf(view), height, palette })
  }
  const drawMarks = () => marks.draw(store.getState(), { view, palette })
  const movePlayhead = () => wave.playhead.moveTo(playhead.getState().time - view.start)
  /** Picture and playhead change to another view together. */
  function drawView() {
    view = visibleRange(store.getState())
    movePlayhead()
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
    playhead.subscribe(({ time }) => time, movePlayhead),
  ]
  playhead.deadlines.add((time) => view.start + wave.playhead.nextStep(time - view.start), signal)
  onNewLooks({ element: container, store, signal }, askForAll)
  signal.addEventListener('abort', () => {
    stops.forEach((stop) => stop())
    marks.remove()
    wave.destroy()
  })
}
