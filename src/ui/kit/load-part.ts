/** Loads code with its style sheets. Rejects where one cannot be had; Vite does not notice a sheet of a wrong type. */
export async function loadStyled<Part>(load: () => Promise<Part>): Promise<Part> {
  const part = await load()
  const [missing] = missingSheets()
  if (missing) throw new Error(`no style sheet ${missing.href}`)
  return part
}

/**
 * Loads code that could not be loaded before. The browser asks again for a module, and Vite does not ask again for a style
 * sheet: those that could not be had are replaced here.
 */
export async function loadAgain<Part>(load: () => Promise<Part>): Promise<Part> {
  await Promise.all(missingSheets().map(replace))
  return loadStyled(load)
}

/** A sheet that failed has no rules; Chromium keeps it, other browsers have `null`. */
function missingSheets(): HTMLLinkElement[] {
  const links = document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')
  return Array.from(links).filter((link) => rulesOf(link) === 0)
}

function rulesOf({ sheet }: HTMLLinkElement): number {
  try {
    return sheet?.cssRules.length ?? 0
  } catch {
    // the answer is not the app's own
    return 0
  }
}

function replace(link: HTMLLinkElement): Promise<void> {
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
