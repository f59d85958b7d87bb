import type { App } from '#commands/app.ts'
import { createScroller } from './scroller.ts'
import type { LinePage } from './line-page.ts'

/** Where the followed line comes to stand, and between where it may drift before it is fetched back. */
const anchor = 0.3
const middle = { from: 0.08, to: 0.72 }

/**
 * Keeps the line being spoken in view while the listener lets us. Any scroll that we did not cause, a
 * selection, or focus on another line suspends it; only a command resumes it, never a timer.
 */
export function followSound({ store, wishes }: App, page: LinePage, signal: AbortSignal) {
  const { ownerDocument } = page.root
  const scroller = createScroller(page.root, signal, {
    watched: () => {
      const { current } = store.getState().playback.spoken
      return current === null ? null : page.paragraph(current)
    },
    onForeignScroll: suspend,
  })

  function suspend() {
    const { follow, followChanged, document } = store.getState()
    const hasTimes = document.status === 'open' && document.transcript.timing !== 'none'
    if (follow === 'following' && hasTimes) {
      scroller.stop()
      followChanged('suspended')
    }
  }

  /** The rectangle to keep in view: the line, or the word where the line is taller than the view. */
  function target(line: number): DOMRect | null {
    const box = page.paragraph(line)?.getBoundingClientRect() ?? null
    if (!box || box.height < scroller.view().height * (middle.to - middle.from)) return box
    const { words } = store.getState().playback.spoken
    const spoken = words.find((word) => word.line === line)
    const range = spoken && page.range(line, page.lines[line]!.words[spoken.word]!)
    return range?.getBoundingClientRect() ?? box
  }

  function bring(line: number, place: 'if-needed' | 'now') {
    const box = target(line)
    if (!box) return
    const { top, height } = scroller.view()
    const isInMiddle =
      box.top >= top + height * middle.from && box.bottom <= top + height * middle.to
    if (isInMiddle && place === 'if-needed') return
    scroller.bringTo(() => target(line), top + height * anchor)
  }

  function followCurrent(place: 'if-needed' | 'now') {
    const { follow, playback } = store.getState()
    const { current } = playback.spoken
    if (follow === 'following' && current !== null) bring(current, place)
  }

  const subscriptions = [
    store.subscribe(
      ({ playback }) => playback.spoken,
      () => followCurrent('if-needed'),
    ),
    store.subscribe(
      ({ follow }) => follow,
      () => followCurrent('if-needed'),
    ),
  ]
  signal.addEventListener('abort', () => subscriptions.forEach((stop) => stop()))

  wishes.on('show-line', ({ line }) => bring(line, 'if-needed'), signal)

  const listening = { signal, passive: true }
  ownerDocument.addEventListener('wheel', (event) => event.deltaY !== 0 && suspend(), listening)
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
      if (line !== null && line !== store.getState().playback.spoken.current) suspend()
    },
    listening,
  )

  // The player grows and shrinks above the text, and the browser then scrolls to hold the text still.
  const resizes = new ResizeObserver(() => {
    scroller.acceptLayout()
    followCurrent('if-needed')
  })
  resizes.observe(page.root)
  const player = ownerDocument.querySelector('[data-covers-top]')
  if (player) resizes.observe(player)
  signal.addEventListener('abort', () => resizes.disconnect())
}
