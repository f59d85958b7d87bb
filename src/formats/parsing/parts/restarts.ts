/**
 * Counts how times run: forward, backward, or begin again near the first one, as with each tape of an interview. A part
 * has two times or more; a restart with fewer behind it counts as backward.
 */
export interface TimeRuns {
  note(time: number): void
  readonly count: number
  /** How many times run backward, restarts left out. */
  readonly backward: number
}

/** Times begin again only after so many seconds. */
const shortestPart = 120

export function createTimeRuns(): TimeRuns {
  let count = 0
  let backward = 0
  let first = 0
  let last = -Infinity
  let length = 0
  let isRestarted = false
  return {
    note(time) {
      if (count === 0) first = time
      count += 1
      if (time < last) {
        const isRestart = length > 1 && beginsAgain(time, first, last)
        if (!isRestart) backward += 1
        isRestarted = isRestart
        length = isRestart ? 0 : length
      }
      length += 1
      last = time
    },
    get count() {
      return count
    },
    get backward() {
      return backward + (isRestarted && length < 2 ? 1 : 0)
    },
  }
}

/** Whether a time lies near the first one, far before the last. */
export function beginsAgain(time: number, first: number, last: number): boolean {
  const span = last - first
  return span >= shortestPart && time - first <= Math.max(60, span * 0.1) && time <= last - span / 2
}
