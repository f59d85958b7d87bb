import type { ViewApp } from '#ui/kit/app-context.ts'
import { moveView, zoomAround } from '#commands/zooming.ts'
import { visibleRange } from '#state/waveform-view.ts'
import { lengthOf, timeAtFraction } from '#state/waveform-view.ts'

/** The effect of the wheel on the view, CSS pixels; `null`: the page scrolls. */
export type WheelGesture = { kind: 'zoom'; factor: number } | { kind: 'pan'; pixels: number } | null

type Turn = Pick<WheelEvent, 'deltaX' | 'deltaY' | 'deltaMode' | 'ctrlKey' | 'shiftKey'>

/** CSS pixels of each `deltaMode`: pixels, lines, pages. */
const unitPixels = [1, 16, 400]
/** Wheel pixels that double the zoom: three notches of a wheel, a short pinch. */
const pixelsToDouble = 300
/** Browsers report a pinch as a wheel with Ctrl, in steps smaller than this. */
const pinchStep = 30
const pinchGain = 5

/** A sideways turn or one with Shift pans, one with Ctrl or a pinch zooms, any other scrolls the page. */
export function wheelGesture(turn: Turn, isZoomed: boolean): WheelGesture {
  const unit = unitPixels[turn.deltaMode] ?? 1
  const [x, y] = [turn.deltaX * unit, turn.deltaY * unit]
  if (turn.ctrlKey) {
    const isPinch = Math.abs(y) < pinchStep
    return { kind: 'zoom', factor: 2 ** ((-y * (isPinch ? pinchGain : 1)) / pixelsToDouble) }
  }
  if (!isZoomed) return null
  if (turn.shiftKey) return { kind: 'pan', pixels: x === 0 ? y : x }
  return Math.abs(x) > Math.abs(y) ? { kind: 'pan', pixels: x } : null
}

export function moveByWheel(
  app: ViewApp,
  { box, signal }: { box: HTMLElement; signal: AbortSignal },
) {
  box.addEventListener(
    'wheel',
    (event) => {
      const state = app.store.getState()
      const gesture = wheelGesture(event, state.view !== null)
      if (!gesture) return
      event.preventDefault()
      const view = visibleRange(state)
      const { left, width } = box.getBoundingClientRect()
      if (gesture.kind === 'pan') {
        moveView(app, view.start + (gesture.pixels / width) * lengthOf(view))
      } else {
        zoomAround(app, gesture.factor, timeAtFraction(view, (event.clientX - left) / width))
      }
    },
    { signal, passive: false },
  )
}
