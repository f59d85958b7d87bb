/**
 * Lets the page open without a network from the next visit on (`sources/offline/earshot-sw.ts`). Where there are
 * no service workers (no HTTPS, some private windows) everything else goes as ever.
 */
export function keepOffline({ serviceWorker }: Partial<Pick<Navigator, 'serviceWorker'>>): void {
  const register = () => serviceWorker?.register('./earshot-sw.js').catch(() => undefined)
  // The recording and the text come first.
  if (document.readyState === 'complete') void register()
  else window.addEventListener('load', register, { once: true })
}
