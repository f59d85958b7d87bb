import type { ViewApp } from '#ui/kit/app-context.ts'
import { visibleRange } from '#state/waveform-view.ts'
import { seekTo } from '#commands/moving.ts'
import { timeAtFraction } from '#state/waveform-view.ts'
import type { TimeRange } from '#transcript/pauses.ts'
import { formatClockTime } from '#transcript/format-time.ts'

/** Click seeks, drag scrubs with the time shown, hover shows the time and who speaks there. */
export function scrubByPointer(
  app: ViewApp,
  { box, signal }: { box: HTMLElement; signal: AbortSignal },
) {
  const bubble = box.ownerDocument.createElement('div')
  bubble.className = 'waveform-bubble'
  bubble.ariaHidden = 'true'
  bubble.hidden = true
  box.append(bubble)
  /** The view in which the drag began; the drag keeps it when the view moves on. `null`: no drag. */
  let held: TimeRange | null = null
  const timeOf = (event: PointerEvent) => {
    const { left, width } = box.getBoundingClientRect()
    return timeAtFraction(
      held ?? visibleRange(app.store.getState()),
      (event.clientX - left) / width,
    )
  }

  function showBubble(event: PointerEvent) {
    const { left, width } = box.getBoundingClientRect()
    const time = timeOf(event)
    const speaker = speakerAt(app, time)
    bubble.textContent =
      speaker === null ? formatClockTime(time) : `${formatClockTime(time)} ${speaker}`
    bubble.hidden = false
    const half = bubble.offsetWidth / 2
    const x = Math.min(width - half, Math.max(half, event.clientX - left))
    bubble.style.setProperty('--x', `${x}px`)
  }
  const hideBubble = () => (bubble.hidden = true)
  const endDrag = () => (held = null)

  const on = (
    name: 'pointerdown' | 'pointermove' | 'pointerup' | 'pointercancel' | 'pointerleave',
    react: (event: PointerEvent) => void,
  ) => box.addEventListener(name, react, { signal })
  on('pointerdown', (event) => {
    if (event.button !== 0) return
    held = visibleRange(app.store.getState())
    // A finger may be about to scroll the page; it seeks when it moves or is lifted.
    if (event.pointerType === 'touch') return
    box.setPointerCapture(event.pointerId)
    seekTo(app, timeOf(event))
    showBubble(event)
  })
  on('pointermove', (event) => {
    if (held) seekTo(app, timeOf(event))
    if (held || event.pointerType === 'mouse') showBubble(event)
  })
  on('pointerup', (event) => {
    if (held && event.pointerType === 'touch') seekTo(app, timeOf(event))
    endDrag()
    if (event.pointerType !== 'mouse') hideBubble()
  })
  on('pointercancel', () => {
    endDrag()
    hideBubble()
  })
  on('pointerleave', () => {
    if (!held) hideBubble()
  })
  signal.addEventListener('abort', () => bubble.remove())
}

function speakerAt({ store }: ViewApp, time: number): string | null {
  const { document, timeline } = store.getState()
  if (document.status === 'none') return null
  const line = timeline.lineBefore(time)
  const found = line === null ? null : document.lines[line]
  if (!found || (found.end ?? 0) <= time) return null
  return document.transcript.speakers.find(({ id }) => id === found.speaker)?.name ?? null
}
