import type { LostFocus } from './RestoreFocus.tsx'

/**
 * A press leads to the first button of what it has brought. What came by itself may not come under the finger that was
 * to press something else: it has the focus as a whole. False where there is nothing.
 */
export function focusWhatCame({ place, byPress }: LostFocus): boolean {
  if (!place.hasChildNodes()) return false
  const button = byPress ? firstButton(place) : undefined
  // The listener may be reading: the page must not scroll.
  if (button) button.focus({ preventScroll: true })
  else focusWhole(place)
  return true
}

const firstButton = (place: HTMLElement) =>
  Array.from(place.querySelectorAll('button')).find(
    (button) => !button.disabled && button.closest('details:not([open])') === null,
  )

/** It takes the focus now only: not from who presses on its text. */
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
