/** The first media time after `time` at which something changes, seconds; `Infinity` if nothing will. */
export type NextChange = (time: number) => number

/**
 * The media times at which whatever follows the playhead changes next. Until the earliest of them the clock
 * need not report: a word ends, a second is over, a playhead reaches the next pixel.
 */
export interface Deadlines {
  add(next: NextChange, signal: AbortSignal): void
  readonly next: NextChange
  /** Calls back when the answer may have become earlier. Returns the function that stops it. */
  onChange(callback: () => void): () => void
}

export function createDeadlines(): Deadlines {
  const all = new Set<NextChange>()
  const callbacks = new Set<() => void>()
  return {
    add(next, signal) {
      all.add(next)
      signal.addEventListener('abort', () => all.delete(next))
      for (const callback of callbacks) callback()
    },
    next(time) {
      let earliest = Infinity
      for (const next of all) earliest = Math.min(earliest, next(time))
      return earliest
    },
    onChange(callback) {
      callbacks.add(callback)
      return () => callbacks.delete(callback)
    },
  }
}
