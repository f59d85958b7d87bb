import { useEffect } from 'react'
import type { RefObject } from 'react'

interface Panel {
  /** The panel with its button. */
  readonly place: RefObject<HTMLElement | null>
  readonly isOpen: boolean
  close(): void
}

/** Closes an open panel with Escape, a press beside it, or when the focus goes elsewhere. */
export function usePanelEnd({ place, isOpen, close }: Panel) {
  useEffect(() => {
    const element = place.current
    if (!isOpen || !element) return
    const shown = new AbortController()
    const { signal } = shown
    const closeIfOutside = (target: EventTarget | null) => {
      if (target instanceof Node && !element.contains(target)) close()
    }
    const on = { signal }
    element.addEventListener('focusout', (event) => closeIfOutside(event.relatedTarget), on)
    element.ownerDocument.addEventListener(
      'pointerdown',
      ({ target }) => closeIfOutside(target),
      on,
    )
    element.addEventListener(
      'keydown',
      (event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        close()
      },
      on,
    )
    return () => shown.abort()
  }, [place, isOpen, close])
}
