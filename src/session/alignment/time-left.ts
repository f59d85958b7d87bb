/** Seconds of work after which a pace can be told, and what share of the work must be done. */
const leastSeconds = 4
const leastShare = 0.01
/** How much the newest measure counts. */
const weight = 0.15

/** Tells how long a piece of work will go on, by its pace so far; what it tells does not jump. */
export function createTimeLeft(now: () => number = () => performance.now() / 1000) {
  /** What was done when the work began, and when that was: what is loaded before does not count. */
  let first: { readonly done: number; readonly at: number } | null = null
  let told: { left: number; at: number } | null = null
  /** `done` and `whole` in the same unit; seconds, or `null` until it can be told. */
  return (done: number, whole: number): number | null => {
    first ??= { done, at: now() }
    const seconds = now() - first.at
    if (seconds < leastSeconds || done - first.done < whole * leastShare) return null
    const measured = ((whole - done) * seconds) / (done - first.done)
    const expected = told ? told.left - (now() - told.at) : measured
    told = { left: Math.max(0, expected + weight * (measured - expected)), at: now() }
    return told.left
  }
}
