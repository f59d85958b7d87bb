/** A moment to which a file refers by an id. */
export interface Moment {
  /** Seconds. */
  readonly time: number
  /** The file names the moment but gives no time: it was placed between its neighbours. */
  readonly isEstimated: boolean
}

/** A file's list of moments, in their order. */
export type Moments = ReadonlyMap<string, Moment>

/**
 * Places moments from ids and seconds, in the order of the file. Moments without a time are placed at even steps
 * between those that have one; before the first or after the last time they are left out.
 */
export function placeMoments(marks: readonly (readonly [string, number | null])[]): Moments {
  const moments = new Map<string, Moment>()
  let known: { at: number; time: number } | null = null
  for (const [at, [id, time]] of marks.entries()) {
    if (time === null || !Number.isFinite(time)) continue
    if (known !== null && time >= known.time) {
      const step = (time - known.time) / (at - known.at)
      for (let gap = known.at + 1; gap < at; gap += 1) {
        moments.set(marks[gap]![0], {
          time: known.time + step * (gap - known.at),
          isEstimated: true,
        })
      }
    }
    moments.set(id, { time, isEstimated: false })
    known = { at, time }
  }
  return moments
}
