import type { AppStore } from '#state/store.ts'

/** Calls back when a canvas must be drawn again: its size, the theme, the contrast or the colours have changed. */
export function onAppearanceChange(
  { element, store, signal }: { element: HTMLElement; store: AppStore; signal: AbortSignal },
  react: () => void,
) {
  // Drawing changes the size of the canvas, which a ResizeObserver must not do in its own frame.
  const sizes = new ResizeObserver(() => {
    requestAnimationFrame(() => {
      if (!signal.aborted) react()
    })
  })
  sizes.observe(element)
  const stopThemes = store.subscribe(({ preferences }) => preferences.theme, react)
  signal.addEventListener('abort', () => {
    sizes.disconnect()
    stopThemes()
  })
  const queries = [
    '(prefers-color-scheme: dark)',
    '(forced-colors: active)',
    '(prefers-contrast: more)',
  ]
  for (const query of queries) {
    window.matchMedia(query).addEventListener('change', react, { signal })
  }
}
