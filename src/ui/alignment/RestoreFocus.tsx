import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'

export interface LostFocus {
  /** Where it was: what is there now stands in here. */
  readonly place: HTMLElement
  /** It was lost by a press on what is gone; else that went by itself. */
  readonly byPress: boolean
}

/**
 * What has the focus in here may go away, and the focus would fall to the page: single keys are then dead for whoever
 * wants them in player and transcript only. `onLost` finds another place for it, and stays the same function.
 */
export function RestoreFocus({
  onLost,
  children,
}: {
  onLost: (lost: LostFocus) => void
  children: ReactNode
}) {
  const place = useRef<HTMLDivElement>(null)
  const held = useRef<{ readonly element: Element; isPressed: boolean } | null>(null)
  useEffect(() => {
    const element = place.current!
    const mounted = new AbortController()
    const watcher = new MutationObserver(() => {
      const { current } = held
      if (current === null || !isGone(current.element, element)) return
      held.current = null
      const { activeElement, body } = document
      const isNowhere = activeElement === body || activeElement === element
      if (isNowhere) onLost({ place: element, byPress: current.isPressed })
    })
    watcher.observe(element, { childList: true, subtree: true })
    // On the page: screen readers call what listens to clicks itself "clickable".
    document.addEventListener(
      'click',
      ({ target }) => {
        const { current } = held
        if (current && target instanceof Node && current.element.contains(target))
          current.isPressed = true
      },
      { capture: true, signal: mounted.signal },
    )
    return () => {
      mounted.abort()
      watcher.disconnect()
    }
  }, [onLost])
  // React tells nothing of a blur by its own removing. When the window loses the focus, the element keeps it.
  return (
    <div
      ref={place}
      onFocus={({ target }) => (held.current = { element: target, isPressed: false })}
      onBlur={({ target }) => {
        if (document.activeElement !== target) held.current = null
      }}
    >
      {children}
    </div>
  )
}

const isGone = (element: Element, place: Element) =>
  !element.isConnected || (element === place && !place.hasChildNodes())
