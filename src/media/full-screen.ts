/** iPhones have only this older API, and only for films. */
interface LegacyFullScreen {
  webkitEnterFullscreen?(): void
}

/**
 * Enters or leaves full screen. The page's controls are hidden then, so the browser's controls are shown; Chromium
 * shows them by default, other browsers need `controls`. Resolves to whether the browser allowed it: a frame in another
 * page may not.
 */
export async function toggleFullScreen(
  element: HTMLMediaElement & LegacyFullScreen,
): Promise<boolean> {
  const page = element.ownerDocument
  try {
    if (page.fullscreenElement) await page.exitFullscreen()
    else if (typeof element.requestFullscreen === 'function') await fill(element)
    else if (typeof element.webkitEnterFullscreen === 'function') element.webkitEnterFullscreen()
    else return false
    return true
  } catch {
    return false
  }
}

async function fill(element: HTMLMediaElement) {
  await element.requestFullscreen()
  element.controls = true
  const back = new AbortController()
  element.ownerDocument.addEventListener(
    'fullscreenchange',
    () => {
      if (element.ownerDocument.fullscreenElement === element) return
      element.controls = false
      back.abort()
    },
    { signal: back.signal },
  )
}
