/**
 * Registers the service worker, so that the page opens without a network from the next visit on
 * (`sources/offline/earshot-sw.ts`). Does nothing where there are no service workers (no HTTPS, some private windows).
 */
export function registerServiceWorker({
  serviceWorker,
}: Partial<Pick<Navigator, 'serviceWorker'>>): void {
  const register = () => serviceWorker?.register('./earshot-sw.js').catch(() => undefined)
  // The recording and the transcript load first.
  if (document.readyState === 'complete') void register()
  else window.addEventListener('load', register, { once: true })
}
