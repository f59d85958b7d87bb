/** Returns a function that runs `act` in the next frame, once for all calls until then. */
export function oncePerFrame(act: () => void, signal: AbortSignal): () => void {
  let frame: number | null = null
  signal.addEventListener('abort', () => {
    if (frame !== null) cancelAnimationFrame(frame)
  })
  return () => {
    if (signal.aborted) return
    frame ??= requestAnimationFrame(() => {
      frame = null
      act()
    })
  }
}
