import type { ViewApp } from '#ui/kit/app-context.ts'
import { seekTo, seekToLine } from '#commands/moving.ts'
import { playLine } from '#commands/reading.ts'
import { isTimedLine, wordAtOffset } from '#transcript/line.ts'
import type { LinePage } from './line-page.ts'

/** A pointer that moved further selects or scrolls; it does not click. */
const clickRadiusPx = 5
/** A click this close to a word counts as a click on it. */
const nearPx = 6

interface Press {
  readonly x: number
  readonly y: number
  readonly hadSelection: boolean
}

/**
 * A click on a word seeks to the word, a click on a time to its line. Nothing happens if there was a selection, is one
 * now, the pointer moved, or a modifier is held, so that text can be selected.
 *
 * The listeners are on the page: screen readers call everything inside an element with a click listener "clickable".
 */
export function seekByPointer(app: ViewApp, page: LinePage, signal: AbortSignal) {
  const { ownerDocument } = page.root
  const hasSelection = () => ownerDocument.getSelection()?.isCollapsed === false
  let press: Press | null = null

  ownerDocument.addEventListener(
    'pointerdown',
    (event) => {
      const isPlain = event.button === 0 && !hasModifier(event)
      const onText = isInText(event.target, page)
      press =
        isPlain && onText
          ? { x: event.clientX, y: event.clientY, hadSelection: hasSelection() }
          : null
    },
    { signal },
  )
  ownerDocument.addEventListener('pointercancel', () => (press = null), { signal })
  ownerDocument.addEventListener(
    'pointerup',
    (event) => {
      const begun = press
      press = null
      if (!begun || begun.hadSelection || hasModifier(event)) return
      if (Math.hypot(event.clientX - begun.x, event.clientY - begun.y) >= clickRadiusPx) return
      // The browser changes the selection only after this event.
      setTimeout(() => {
        if (!signal.aborted && !hasSelection()) seekToWordAt(event.clientX, event.clientY)
      })
    },
    { signal },
  )
  ownerDocument.addEventListener(
    'click',
    (event) => {
      const time = event.target instanceof Element ? event.target.closest('.transcript-time') : null
      const line = time && page.root.contains(time) ? page.lineOf(time) : null
      if (line === null) return
      // Assistive technology and keys click without a pointer, to play from here.
      if (event.detail === 0) playLine(app, { line, place: 'time' })
      else if (seekToLine(app, line)) playIfAsked()
    },
    { signal },
  )

  function seekToWordAt(x: number, y: number) {
    const caret = caretAt(ownerDocument, x, y)
    const place = caret && page.offsetAt(caret.node, caret.offset)
    const line = place && page.lines[place.line]
    if (!line || !isTimedLine(line)) return
    const found = wordAtOffset(line, place.offset)
    const isOn = (span: { from: number; to: number } | undefined) =>
      span !== undefined && isNear(page.range(place.line, span), x, y)
    if (!isOn({ from: 0, to: line.text.length })) return
    // In the right half of a character the caret is after it, which may be the start of the next word.
    const before = found === null || found === 0 ? undefined : line.words[found - 1]
    const here = found === null ? undefined : line.words[found]
    const word = !isOn(here) && isOn(before) ? before : here
    seekTo(app, word ? word.start : line.start)
    playIfAsked()
  }

  function playIfAsked() {
    if (app.store.getState().preferences.clickAlsoPlays) app.player.play()
  }
}

const hasModifier = ({ ctrlKey, metaKey, altKey, shiftKey }: PointerEvent) =>
  ctrlKey || metaKey || altKey || shiftKey

function isInText(target: EventTarget | null, page: LinePage): boolean {
  if (!(target instanceof Element) || !page.root.contains(target)) return false
  return (
    target.closest('.transcript-line') !== null &&
    target.closest('button, .transcript-speaker') === null
  )
}

/** The caret position at a point. WebKit has only the older, non-standard function. */
function caretAt(page: Document, x: number, y: number): { node: Node; offset: number } | null {
  if (typeof page.caretPositionFromPoint === 'function') {
    const position = page.caretPositionFromPoint(x, y)
    return position && { node: position.offsetNode, offset: position.offset }
  }
  const range = page.caretRangeFromPoint(x, y)
  return range && { node: range.startContainer, offset: range.startOffset }
}

function isNear(range: Range | null, x: number, y: number): boolean {
  return Array.from(range?.getClientRects() ?? []).some(
    ({ left, right, top, bottom }) =>
      x >= left - nearPx && x <= right + nearPx && y >= top - nearPx && y <= bottom + nearPx,
  )
}
