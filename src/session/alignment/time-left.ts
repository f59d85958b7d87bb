/** Seconds of work, and the share of it that must be done, before its speed is known. */
const leastSeconds = 4
const leastShare = 0.01
/** How much the newest measure counts. */
const weight = 0.15

/** Estimates how long work will go on, from its speed so far. Estimates are smoothed. */
export function createTimeLeft(now: () => number = () => performance.now() / 1000) {
  /** What was done when the work began, and when that was: what is loaded before does not count. */
  let first: { readonly done: number; readonly at: number } | null = null
  let estimate: { left: number; at: number } | null = null
  /** `done` and `whole` in the same unit; seconds, or `null` until its speed is known. */
  return (done: number, whole: number): number | null => {
    first ??= { done, at: now() }
    const seconds = now() - first.at
    if (seconds < leastSeconds || done - first.done < whole * leastShare) return null
    const measured = ((whole - done) * seconds) / (done - first.done)
    const expected = estimate ? estimate.left - (now() - estimate.at) : measured
    estimate = { left: Math.max(0, expected + weight * (measured - expected)), at: now() }
    return estimate.left
  }
}
