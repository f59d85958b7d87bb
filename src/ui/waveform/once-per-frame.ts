/** Returns a function that runs `act` in the next frame, once for all calls until then. Nothing runs after the signal. */
export function oncePerFrame(act: () => void, signal: AbortSignal): () => void {
  let isAsked = false
  return () => {
    if (isAsked || signal.aborted) return
    isAsked = true
    requestAnimationFrame(() => {
      isAsked = false
      if (!signal.aborted) act()
    })
  }
}
