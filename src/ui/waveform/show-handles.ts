import type { ViewApp } from '#ui/kit/app-context.ts'
import { visibleRange } from '#state/waveform-view.ts'
import { lines } from '#commands/moving.ts'
import { fractionAt, timeAtFraction } from '#state/waveform-view.ts'
import type { TimeRange } from '#transcript/pauses.ts'
import { formatClockTime } from '#transcript/format-time.ts'
import { handlesFor } from './handles.ts'
import type { Handle } from './handles.ts'
import { oncePerFrame } from './once-per-frame.ts'

/**
 * Shows a handle at the start of each line while the waveform is zoomed. Dragging it sets when the line starts. For the
 * pointer only; the command `set-anchor` does the same with the playhead.
 */
export function showHandles(
  app: ViewApp,
  { box, signal }: { box: HTMLElement; signal: AbortSignal },
) {
  const { store } = app
  const place = box.ownerDocument.createElement('div')
  place.className = 'waveform-handles'
  place.ariaHidden = 'true'
  box.append(place)

  /** A draw waits until a handle is released. */
  let isOverdue = false

  function draw() {
    // A draw would replace the handle that is being dragged.
    isOverdue = place.querySelector('[data-held]') !== null
    if (isOverdue) return
    const state = store.getState()
    const { view, recording } = state
    const width = place.clientWidth
    const shown = visibleRange(state)
    const isWanted = view !== null && recording.status === 'open' && width > 0
    const handles = isWanted
      ? handlesFor(
          lines(app).map(({ start }) => start),
          { view: shown, width, duration: recording.duration },
        )
      : []
    const drawn = { view: shown, width, onReleased: catchUp }
    place.replaceChildren(...handles.map((handle) => makeHandle(app, handle, drawn)))
  }

  const ask = oncePerFrame(draw, signal)
  function catchUp() {
    if (isOverdue) ask()
  }
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

/** `view` and `width`: what the handle is drawn for. A drag keeps them to its end, even when the view moves on. */
function makeHandle(
  app: ViewApp,
  { line, x, from, to }: Handle,
  { view, width, onReleased }: { view: TimeRange; width: number; onReleased: () => void },
): HTMLElement {
  const handle = document.createElement('div')
  handle.className = 'waveform-handle'
  handle.style.left = `${x}px`
  handle.title = 'Start of a line: drag it to where the line starts'
  /** Where the drag began, CSS pixels of the page, and the time dragged to, seconds; `null`: no drag. */
  let held: { readonly clientX: number; readonly time: number | null } | null = null

  function release() {
    held = null
    delete handle.dataset['held']
    delete handle.dataset['time']
    onReleased()
  }
  handle.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return
    // Otherwise the waveform below would seek.
    event.stopPropagation()
    handle.setPointerCapture(event.pointerId)
    held = { clientX: event.clientX, time: null }
    handle.dataset['held'] = 'true'
  })
  handle.addEventListener('pointermove', (event) => {
    event.stopPropagation()
    if (!held) return
    const moved = timeAtFraction(view, (x + event.clientX - held.clientX) / width)
    const time = Math.min(to, Math.max(from, moved))
    held = { ...held, time }
    handle.style.left = `${fractionAt(view, time) * width}px`
    handle.dataset['time'] = `${formatClockTime(time)}.${Math.floor((time % 1) * 10)}`
  })
  handle.addEventListener('pointerup', (event) => {
    event.stopPropagation()
    const time = held?.time ?? null
    // The handle stays where it was released until the next draw.
    release()
    if (time !== null) app.alignments.setLineStart(line, time)
  })
  handle.addEventListener('pointercancel', () => {
    // The browser cancelled the gesture, for example to scroll.
    handle.style.left = `${x}px`
    release()
  })
  return handle
}
