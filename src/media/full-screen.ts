/** iPhones know only this older way, and only for films. */
interface OldFullScreen {
  webkitEnterFullscreen?(): void
}

/**
 * Lets the picture fill the screen, or brings it back. Filling it, the picture has the browser's own
 * controls, since the page and its own are not seen; Chromium shows them by itself, the others when asked.
 * Resolves to whether the browser did it: it may be forbidden, in a frame of another page for one.
 */
export async function toggleFullScreen(
  element: HTMLMediaElement & OldFullScreen,
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
