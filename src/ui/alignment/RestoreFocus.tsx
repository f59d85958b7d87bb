import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'

export interface LostFocus {
  /** The element around the focused one; it contains the replacement, if there is one. */
  readonly place: HTMLElement
  /** Whether the listener pressed the element that disappeared. */
  readonly byPress: boolean
}

/**
 * Restores focus when the focused element unmounts. On `<body>`, single keys limited to the player and the transcript
 * would stop working. `onLost` moves the focus; it must be the same function on every render.
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
    // On the page: screen readers call an element with a click listener "clickable".
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
  // React fires no blur when it removes the focused element. When the window loses focus, the element stays active.
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
