/** Style sheets of the app that could not be had. */
const failed = new Set<HTMLLinkElement>()
let isWatching = false

/**
 * Loads code with its style sheets. Rejects where one of them cannot be had: Vite does not notice a sheet of a wrong type,
 * as a server sends it that asks to sign in.
 */
export async function loadPart<Part>(load: () => Promise<Part>): Promise<Part> {
  watchSheets()
  const before = new Set(failed)
  const part = await load()
  const missing = [...failed].find((link) => !before.has(link))
  if (missing) throw new Error(`no style sheet ${missing.href}`)
  return part
}

/**
 * Loads code that could not be loaded before. The browser asks again for a module, and Vite does not ask again for a style
 * sheet: those that failed are replaced here.
 */
export async function loadAgain<Part>(load: () => Promise<Part>): Promise<Part> {
  await Promise.all(Array.from(failed, replace))
  return loadPart(load)
}

/** Events of links do not bubble. */
function watchSheets() {
  if (isWatching) return
  isWatching = true
  for (const event of ['load', 'error']) {
    document.addEventListener(event, ({ target }) => noteSheet(target, event), { capture: true })
  }
}

function noteSheet(target: EventTarget | null, event: string) {
  if (!(target instanceof HTMLLinkElement) || target.rel !== 'stylesheet') return
  // extensions of the browser add sheets of their own
  if (!target.href.startsWith(new URL('.', document.baseURI).href)) return
  if (event === 'error' || target.sheet?.cssRules.length === 0) failed.add(target)
}

function replace(link: HTMLLinkElement): Promise<void> {
  failed.delete(link)
  if (!link.isConnected) return Promise.resolve()
  return new Promise((resolve, reject) => {
    const again = document.createElement('link')
    again.rel = 'stylesheet'
    again.href = link.href
    again.addEventListener('load', () => resolve(), { once: true })
    again.addEventListener('error', () => reject(new Error(`no style sheet ${link.href}`)), {
      once: true,
    })
    link.replaceWith(again)
  })
}
