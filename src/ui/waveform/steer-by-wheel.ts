import type { ViewContext } from '#ui/kit/app-context.ts'
import { moveView, zoomAround } from '#commands/zooming.ts'
import { visibleRange } from '#state/waveform-view.ts'
import { lengthOf, timeAtFraction } from '#state/waveform-view.ts'

/** What a turn of the wheel asks of a waveform, in CSS pixels of turn; `null`: it is the page's. */
export type WheelGesture = { kind: 'zoom'; factor: number } | { kind: 'pan'; pixels: number } | null

type Turn = Pick<WheelEvent, 'deltaX' | 'deltaY' | 'deltaMode' | 'ctrlKey' | 'shiftKey'>

/** CSS pixels of a line and of a page, for browsers that count in them. */
const unitPixels = [1, 16, 400]
/** Twice as close for so many pixels: three notches of a wheel, a short pinch. */
const pixelsToDouble = 300
/** Pinches come in small steps, and browsers tell them as a wheel with Ctrl. */
const pinchStep = 30
const pinchGain = 5

/**
 * Sideways, or with Shift, it moves the view; with Ctrl, and as the pinch of a touchpad, it zooms. Straight
 * up and down it scrolls the page as anywhere.
 */
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

export function steerByWheel(
  app: ViewContext,
  { box, signal }: { box: HTMLElement; signal: AbortSignal },
) {
  box.addEventListener(
    'wheel',
    (event) => {
      const state = app.store.getState()
      const wish = wheelGesture(event, state.view !== null)
      if (!wish) return
      event.preventDefault()
      const view = visibleRange(state)
      const { left, width } = box.getBoundingClientRect()
      if (wish.kind === 'pan') {
        moveView(app, view.start + (wish.pixels / width) * lengthOf(view))
      } else {
        zoomAround(app, wish.factor, timeAtFraction(view, (event.clientX - left) / width))
      }
    },
    { signal, passive: false },
  )
}
