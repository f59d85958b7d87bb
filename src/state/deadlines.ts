/** The first media time after `time` at which something changes, seconds; `Infinity` if nothing will. */
export type NextChange = (time: number) => number

/**
 * The media times of the next changes in what follows the playhead: a word ends, a second is over, the playhead reaches
 * the next pixel. The clock sleeps until the earliest of them.
 */
export interface Deadlines {
  add(next: NextChange, signal: AbortSignal): void
  readonly next: NextChange
  /** Calls back when the next change may be earlier than before. Returns a function that unsubscribes. */
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
