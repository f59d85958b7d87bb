/** Work that is asked for more often than it should be done. */
export interface Throttled {
  /** Does it at once if the last time is long enough ago, else as soon as it is. */
  ask(): void
  /** Forgets what was asked for and is not done yet. */
  cancel(): void
}

/** After work of one millisecond, this many milliseconds pass before the next. */
const restFactor = 20

/** Does work at most once in `everyMs`, and never so often that it takes more than a twentieth of the time. */
export function createThrottled(work: () => void, everyMs: number): Throttled {
  let timer: ReturnType<typeof setTimeout> | null = null
  let notBefore = 0

  function wait() {
    timer = setTimeout(run, Math.max(0, notBefore - performance.now()))
  }
  function run() {
    // The cost of the work before this one may have been measured meanwhile, and have moved `notBefore`.
    if (performance.now() < notBefore - 1) return wait()
    timer = null
    const begun = performance.now()
    notBefore = begun + everyMs
    work()
    // Views draw after the work, and before the next timer.
    setTimeout(() => {
      const took = performance.now() - begun
      notBefore = begun + Math.max(everyMs, took * restFactor)
    })
  }
  return {
    ask() {
      if (timer === null) wait()
    },
    cancel() {
      if (timer !== null) clearTimeout(timer)
      timer = null
    },
  }
}
