import { whenTextIsThere } from '#state/first-screen.ts'
import type { AppStore } from '#state/store.ts'

/** A slow server does not hold up what is independent of its answer. Milliseconds. */
const longestMs = 1000

/**
 * Reports the first screen as shown when a frame has been painted since the first lines were there, or since `opened`
 * settled, and the page has been idle; or after a second: a hidden tab paints nothing. Resolves then.
 */
export async function reportFirstScreen(store: AppStore, opened: Promise<void>): Promise<void> {
  const isPainted = Promise.race([opened.catch(() => undefined), whenTextIsThere(store)]).then(
    () => new Promise<void>((resolve) => requestAnimationFrame(() => whenIdle(() => resolve()))),
  )
  const isLate = new Promise<void>((resolve) => setTimeout(() => resolve(), longestMs))
  await Promise.race([isPainted, isLate])
  store.getState().firstScreenShown()
}

/** WebKit has no `requestIdleCallback`. */
const whenIdle: (react: () => void) => void =
  'requestIdleCallback' in globalThis
    ? (react) => void requestIdleCallback(react)
    : (react) => void setTimeout(react)
