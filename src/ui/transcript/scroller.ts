/** Duration of a smooth scroll, milliseconds. Longer distances jump. */
const glideMs = 180
/** Most frames after a scroll in which newly visible blocks get their real heights. */
const settlingFrames = 8
/** After so many frames in which nothing moved, a scroll has settled. */
const stillFrames = 3
/** Scroll positions are rounded to device pixels. */
const tolerancePx = 2

interface Place {
  /** The watched element and its position in the window. */
  readonly element: HTMLElement | null
  readonly top: number
  /** The sizes that positions depend on. */
  readonly layout: string
}

export interface Scroller {
  /** The visible area below the player, viewport coordinates. */
  view(): { top: number; height: number }
  /** Scrolls the top of the box to this viewport coordinate, or as near as the page allows. */
  bringTo(box: () => DOMRect | null, top: number): void
  stop(): void
  /** The sizes that positions depend on, to compare with later ones. */
  layout(): string
  /** Treats scrolls of this and the next frames as effects of a layout change, not as scrolls by the listener. */
  acceptLayout(): void
}

/**
 * Scrolls the page and distinguishes its own scrolls from foreign ones. A scroll is foreign when the page is not at the
 * position last set, the watched element has moved in the window, and the layout is unchanged. Browsers also scroll to
 * hold the text still while something above it changes its height (scroll anchoring), and when the window is resized.
 */
export function createScroller(
  root: HTMLElement,
  signal: AbortSignal,
  { watched, onForeignScroll }: { watched: () => HTMLElement | null; onForeignScroll: () => void },
): Scroller {
  const page = root.ownerDocument
  const window = page.defaultView!
  const scrollingElement = page.scrollingElement ?? page.documentElement
  const reducedMotion = window.matchMedia('(prefers-reduced-motion: reduce)')
  let ownTop = scrollingElement.scrollTop
  let left: Place = { element: null, top: 0, layout: '' }
  let frame: number | null = null

  /** Without the heights of blocks, which change when they are laid out and move nothing visible. */
  function layout(): string {
    const covered = page.querySelector<HTMLElement>('[data-covers-top]')
    const { fontSize, lineHeight } = window.getComputedStyle(root)
    const { innerWidth, innerHeight } = window
    return [
      innerWidth,
      innerHeight,
      root.clientWidth,
      covered?.offsetHeight,
      fontSize,
      lineHeight,
    ].join(' ')
  }
  function placeNow(): Place {
    const element = watched()
    return { element, top: element?.getBoundingClientRect().top ?? 0, layout: layout() }
  }
  function rememberPlace() {
    left = placeNow()
  }
  function scrollTo(top: number) {
    scrollingElement.scrollTop = top
    ownTop = scrollingElement.scrollTop
    rememberPlace()
  }
  function stop() {
    if (frame !== null) window.cancelAnimationFrame(frame)
    frame = null
  }
  function acceptLayout() {
    ownTop = scrollingElement.scrollTop
    rememberPlace()
    if (frame !== null) return
    let framesLeft = settlingFrames
    const accept = () => {
      ownTop = scrollingElement.scrollTop
      rememberPlace()
      frame = --framesLeft > 0 ? window.requestAnimationFrame(accept) : null
    }
    frame = window.requestAnimationFrame(accept)
  }
  function view() {
    const covered = page.querySelector('[data-covers-top]')
    const isSticky = covered && window.getComputedStyle(covered).position === 'sticky'
    const top = isSticky ? Math.max(0, covered.getBoundingClientRect().bottom) : 0
    return { top, height: window.innerHeight - top }
  }

  page.addEventListener(
    'scroll',
    () => {
      const { scrollTop } = scrollingElement
      if (Math.abs(scrollTop - ownTop) <= tolerancePx) return
      const now = placeNow()
      const stoodStill =
        now.element !== null &&
        now.element === left.element &&
        Math.abs(now.top - left.top) <= tolerancePx
      const isLaidOutAnew = now.layout !== left.layout
      const isOnOurWay = frame !== null
      ownTop = scrollTop
      left = now
      if (isLaidOutAnew) acceptLayout()
      else if (!stoodStill && !isOnOurWay) onForeignScroll()
    },
    { signal, passive: true },
  )
  signal.addEventListener('abort', stop)
  rememberPlace()

  return {
    view,
    layout,
    stop,
    acceptLayout,
    bringTo(box, top) {
      stop()
      const distance = () => {
        const rect = box()
        if (!rect) return 0
        const most = scrollingElement.scrollHeight - window.innerHeight
        const wanted = Math.min(most, Math.max(0, scrollingElement.scrollTop + rect.top - top))
        return wanted - scrollingElement.scrollTop
      }
      const first = distance()
      if (Math.abs(first) <= tolerancePx) return
      const isFar = Math.abs(first) > 2 * window.innerHeight

      let framesLeft = settlingFrames
      let stillLeft = stillFrames
      const settle = () => {
        const rest = distance()
        const isStill = Math.abs(rest) <= 0.5
        if (!isStill) scrollTo(scrollingElement.scrollTop + rest)
        stillLeft = isStill ? stillLeft - 1 : stillFrames
        const goesOn = --framesLeft > 0 && stillLeft > 0
        frame = goesOn ? window.requestAnimationFrame(settle) : null
      }
      if (isFar || reducedMotion.matches || page.hidden) {
        settle()
        return
      }

      const begun = window.performance.now()
      const from = scrollingElement.scrollTop
      const glide = (now: number) => {
        const part = Math.min(1, Math.max(0, (now - begun) / glideMs))
        const eased = 1 - (1 - part) ** 3
        scrollTo(from + first * eased)
        frame = window.requestAnimationFrame(part < 1 ? glide : settle)
      }
      frame = window.requestAnimationFrame(glide)
    },
  }
}
