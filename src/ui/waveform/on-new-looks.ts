import type { AppStore } from '#state/store.ts'

/** Tells when what a canvas drew no longer fits the page: another size, theme, contrast or colours. */
export function onNewLooks(
  { element, store, signal }: { element: HTMLElement; store: AppStore; signal: AbortSignal },
  react: () => void,
) {
  // Drawing resizes what is drawn upon, which is for the next frame.
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
