import { loadAgain, loadPart } from './load-part.ts'

const firstWaitMs = 2000
const longestWaitMs = 60_000

/**
 * Loads code that the page needs sooner or later: where it cannot be had, again when the browser is online again, and after
 * ever longer waits. Never settles after the signal is aborted. `onMissing` is told of the first failure.
 */
export async function keepLoading<Part>(
  load: () => Promise<Part>,
  { signal, onMissing = () => undefined }: { signal: AbortSignal; onMissing?(): void },
): Promise<Part> {
  const first = await loadPart(load).catch(() => null)
  if (first !== null) return first
  if (!signal.aborted) onMissing()
  for (let waitMs = firstWaitMs; ; waitMs = Math.min(longestWaitMs, waitMs * 2)) {
    await waitOrOnline(waitMs, signal)
    const part = await loadAgain(load).catch(() => null)
    if (part !== null) return part
  }
}

function waitOrOnline(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return
    const waited = new AbortController()
    const end = () => {
      clearTimeout(timer)
      waited.abort()
      resolve()
    }
    const timer = setTimeout(end, ms)
    window.addEventListener('online', end, { signal: waited.signal })
    signal.addEventListener('abort', () => (clearTimeout(timer), waited.abort()), {
      signal: waited.signal,
    })
  })
}
