import { whenTextIsThere } from '#state/first-screen.ts'
import type { AppStore } from '#state/store.ts'

/** So long the page may stay what index.html shows already. Milliseconds. */
const longestMs = 150

/** Resolves when the text is there, which saves rendering the page twice, when opening has ended without one, or soon. */
export const whenWorthRendering = (store: AppStore, opened: Promise<void>): Promise<void> =>
  Promise.race([
    whenTextIsThere(store),
    opened.catch(() => undefined),
    new Promise<void>((resolve) => setTimeout(resolve, longestMs)),
  ])
