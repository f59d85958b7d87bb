import type { App } from '#commands/app.ts'
import { shownStretch } from '#commands/looking.ts'
import { lines } from '#commands/moving.ts'
import { timeAt } from '#commands/view.ts'
import { clockTime } from '#transcript/spell-time.ts'
import { handlesFor } from './handles.ts'
import type { Handle } from './handles.ts'
import { onceAFrame } from './once-a-frame.ts'

/**
 * A handle on the waveform at each line's start: dragged, it says when the line starts. For the pointer only;
 * by keys a line is given its start with the playhead (`set-anchor`). Only while the waveform is zoomed, where a
 * start can be told from its neighbours.
 */
export function showHandles(app: App, { box, signal }: { box: HTMLElement; signal: AbortSignal }) {
  const { store } = app
  const place = box.ownerDocument.createElement('div')
  place.className = 'waveform-handles'
  place.ariaHidden = 'true'
  box.append(place)

  function draw() {
    // Times that come in meanwhile must not take it out of the listener's hand.
    if (place.querySelector('[data-time]')) return
    const state = store.getState()
    const { view, recording } = state
    const isWanted = view !== null && recording.status === 'open' && place.clientWidth > 0
    const handles = isWanted
      ? handlesFor(
          lines(app).map(({ start }) => start),
          { view: shownStretch(state), width: place.clientWidth, duration: recording.duration },
        )
      : []
    place.replaceChildren(...handles.map((handle) => makeHandle(app, handle)))
  }

  const ask = onceAFrame(draw, signal)
  const stops = [
    store.subscribe(({ view }) => view, ask),
    store.subscribe(({ document }) => document, ask),
    store.subscribe(({ recording }) => recording, ask),
  ]
  const sizes = new ResizeObserver(ask)
  sizes.observe(place)
  signal.addEventListener('abort', () => {
    stops.forEach((stop) => stop())
    sizes.disconnect()
    place.remove()
  })
}

function makeHandle(app: App, { line, x, from, to }: Handle): HTMLElement {
  const handle = document.createElement('div')
  handle.className = 'waveform-handle'
  handle.style.left = `${x}px`
  handle.title = 'Start of a line: drag it to where the line starts'
  /** Where it is held, and where that has come to, seconds; `null`: it is not held. */
  let held: { readonly clientX: number; readonly time: number | null } | null = null

  /** Back to where it was: the browser took the pointer away. */
  function letGo() {
    held = null
    handle.style.left = `${x}px`
    delete handle.dataset['time']
  }
  handle.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return
    // It is not the waveform that is pressed: nothing is to be sought.
    event.stopPropagation()
    held = { clientX: event.clientX, time: null }
    handle.setPointerCapture(event.pointerId)
  })
  handle.addEventListener('pointermove', (event) => {
    event.stopPropagation()
    if (!held || !handle.parentElement) return
    const width = handle.parentElement.clientWidth
    const view = shownStretch(app.store.getState())
    const moved = timeAt(view, (x + event.clientX - held.clientX) / width)
    const time = Math.min(to, Math.max(from, moved))
    held = { ...held, time }
    handle.style.left = `${((time - view.start) / (view.end - view.start)) * width}px`
    handle.dataset['time'] = `${clockTime(time)}.${Math.floor((time % 1) * 10)}`
  })
  handle.addEventListener('pointerup', (event) => {
    event.stopPropagation()
    const time = held?.time ?? null
    // Where it is let go of it stays, until the text has its new times.
    held = null
    delete handle.dataset['time']
    if (time !== null) app.alignments.setLineStart(line, time)
  })
  handle.addEventListener('pointercancel', letGo)
  return handle
}
