/** Work that is asked for more often than it should be done. */
export interface Throttled {
  /** It is done soon: at once where it was not done lately. */
  ask(): void
  /** What was asked for and not done yet is not done any more. */
  cancel(): void
}

/** As many times what the work took is left to everything else. */
const rest = 20

/** Does work at most once in `everyMs`, and never so often that it takes more than a twentieth of the time. */
export function createThrottled(work: () => void, everyMs: number): Throttled {
  let timer: ReturnType<typeof setTimeout> | null = null
  let notBefore = 0

  function wait() {
    timer = setTimeout(run, Math.max(0, notBefore - performance.now()))
  }
  function run() {
    // What the work before this one cost may have become known meanwhile.
    if (performance.now() < notBefore - 1) return wait()
    timer = null
    const begun = performance.now()
    notBefore = begun + everyMs
    work()
    // Views draw after the work, and before the next timer.
    setTimeout(() => {
      const took = performance.now() - begun
      notBefore = begun + Math.max(everyMs, took * rest)
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
