import type { LostFocus } from './RestoreFocus.tsx'

/**
 * Focuses what has replaced the focused element: its first button if the listener pressed a button, otherwise the whole,
 * so that the next key press cannot activate a button by accident. Returns `false` if the place is empty.
 */
export function focusReplacement({ place, byPress }: LostFocus): boolean {
  if (!place.hasChildNodes()) return false
  const button = byPress ? firstButton(place) : undefined
  // The page must not scroll while the listener reads.
  if (button) button.focus({ preventScroll: true })
  else focusWhole(place)
  return true
}

const firstButton = (place: HTMLElement) =>
  Array.from(place.querySelectorAll('button')).find(
    (button) => !button.disabled && button.closest('details:not([open])') === null,
  )

/** Makes the place focusable until it loses focus, so that a later click on its text does not focus it. */
function focusWhole(place: HTMLElement) {
  const left = new AbortController()
  place.tabIndex = -1
  place.addEventListener(
    'blur',
    () => {
      if (document.activeElement === place) return
      place.removeAttribute('tabindex')
      left.abort()
    },
    { signal: left.signal },
  )
  place.focus({ preventScroll: true })
}
