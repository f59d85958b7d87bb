/** However often it is asked for, it is done once, in the next frame. */
export function onceAFrame(act: () => void, signal: AbortSignal): () => void {
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
