import type { ViewApp } from '#ui/kit/app-context.ts'
import { suspendFollowing } from '#commands/moving.ts'
import type { Spoken } from '#transcript/timeline.ts'
import { createScroller } from './scroller.ts'
import { isShown } from './line-page.ts'
import type { LinePage } from './line-page.ts'

/** Where following scrolls the line to, and the band in which it may move before the page scrolls; parts of the view. */
const anchor = 0.3
/** Keys that scroll the page when nothing is focused. */
const scrollingKeys = new Set(['PageUp', 'PageDown', 'Home', 'End', 'ArrowUp', 'ArrowDown'])
const middle = { from: 0.08, to: 0.72 }
/** A click in the text may be the first of two, which select a word: the page does not move between them. Milliseconds. */
const doubleClickMs = 500

/**
 * Keeps the line being spoken in view. A scroll by the listener, a selection, or focus on another line suspends following;
 * only a command resumes it, never a timer.
 */
export function followSound(app: ViewApp, page: LinePage, signal: AbortSignal) {
  const { store, playhead, uiRequests } = app
  const { ownerDocument } = page.root
  /** The line that all of was last seen in the middle of the view; its next words need no look at the layout. */
  let settled: number | null = null
  const scroller = createScroller(page.root, signal, {
    watched: () => {
      const { current } = playhead.getState().spoken
      return current === null ? null : page.paragraph(current)
    },
    onForeignScroll: suspend,
  })

  function suspend() {
    scroller.stop()
    suspendFollowing(app)
  }

  const isTall = ({ height }: DOMRect) =>
    height >= scroller.view().height * (middle.to - middle.from)

  /** The rectangle to keep in view: the line, or the word where the line is taller than the view. */
  function target(line: number): DOMRect | null {
    const box = page.paragraph(line)?.getBoundingClientRect() ?? null
    if (!box || !isTall(box)) return box
    const { words } = playhead.getState().spoken
    const spoken = words.find((word) => word.line === line)
    const range = spoken && page.range(line, page.lines[line]!.words[spoken.word]!)
    return range?.getBoundingClientRect() ?? box
  }

  function bring(line: number) {
    const box = target(line)
    if (!box) return
    const { top, height } = scroller.view()
    const isInMiddle =
      box.top >= top + height * middle.from && box.bottom <= top + height * middle.to
    if (!isInMiddle) scroller.bringTo(() => target(line), top + height * anchor)
    const whole = page.paragraph(line)!.getBoundingClientRect()
    settled = isInMiddle && !isTall(whole) ? line : null
  }

  function followSpoken({ current }: Spoken) {
    if (current !== settled) followCurrent()
  }
  let heldUntil = 0
  let held: ReturnType<typeof setTimeout> | undefined
  page.root.addEventListener('pointerup', () => (heldUntil = performance.now() + doubleClickMs), {
    signal,
  })
  function followCurrent() {
    clearTimeout(held)
    if (signal.aborted || !isShown(page, store.getState())) return
    const wait = heldUntil - performance.now()
    if (wait > 0) {
      held = setTimeout(followCurrent, wait)
      return
    }
    const { follow } = store.getState()
    const { current } = playhead.getState().spoken
    if (follow === 'following' && current !== null) bring(current)
  }

  const subscriptions = [
    playhead.subscribe(({ spoken }) => spoken, followSpoken),
    store.subscribe(({ follow }) => follow, followCurrent),
  ]
  signal.addEventListener('abort', () => subscriptions.forEach((stop) => stop()))

  uiRequests.on('show-line', ({ line }) => bring(line), signal)

  const listening = { signal, passive: true }
  const unsettle = () => (settled = null)
  ownerDocument.addEventListener('scroll', unsettle, listening)
  ownerDocument.defaultView!.addEventListener('resize', unsettle, listening)
  const isElsewhere = ({ target }: Event) =>
    target instanceof Element && target.closest('dialog') !== null
  ownerDocument.addEventListener(
    'wheel',
    (event) => {
      const zooms = event.ctrlKey
      if (event.deltaY !== 0 && !zooms && !isElsewhere(event)) suspend()
    },
    listening,
  )
  ownerDocument.addEventListener(
    'keydown',
    (event) => {
      if (scrollingKeys.has(event.key) && event.target === ownerDocument.body) suspend()
    },
    listening,
  )
  ownerDocument.addEventListener(
    'touchmove',
    ({ target }) => target instanceof Node && page.root.contains(target) && suspend(),
    listening,
  )
  ownerDocument.addEventListener(
    'selectionchange',
    () => {
      const selection = ownerDocument.getSelection()
      if (
        selection &&
        !selection.isCollapsed &&
        selection.anchorNode &&
        page.root.contains(selection.anchorNode)
      ) {
        suspend()
      }
    },
    listening,
  )
  page.root.addEventListener(
    'focusin',
    ({ target }) => {
      const line = target instanceof Node ? page.lineOf(target) : null
      if (line !== null && line !== playhead.getState().spoken.current) suspend()
    },
    listening,
  )

  // When the player above the text changes its height, the browser scrolls to hold the text still.
  let layout = scroller.layout()
  const ruler = placeRuler(page)
  const resizes = new ResizeObserver(() => {
    const before = layout
    layout = scroller.layout()
    if (layout === before) return
    scroller.acceptLayout()
    // In the next frame: scrolling lays out further blocks, which would be a second resize in this frame.
    requestAnimationFrame(() => {
      if (!signal.aborted) followCurrent()
    })
  })
  resizes.observe(ruler)
  const player = ownerDocument.querySelector('[data-covers-top]')
  if (player) resizes.observe(player)
  signal.addEventListener('abort', () => {
    resizes.disconnect()
    ruler.remove()
  })
}

/**
 * An empty element with the width and the line height of the text. The text itself also changes its height when blocks
 * come into view, while the browser is reporting sizes.
 */
function placeRuler({ root }: LinePage): HTMLElement {
  const ruler = root.ownerDocument.createElement('div')
  ruler.className = 'transcript-ruler'
  root.before(ruler)
  return ruler
}
