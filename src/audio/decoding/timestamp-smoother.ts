/** Times that differ by less are the same place told in whole milliseconds, seconds. */
export const timestampTolerance = 0.002

/** Where slices lie that follow each other, also where a container counts in milliseconds: all in seconds. */
export function createTimestampSmoother() {
  let end = Number.NaN
  return {
    /** Where a slice begins that is told to begin there. */
    place(told: number, length: number): number {
      const start = Math.abs(end - told) < timestampTolerance ? end : told
      end = start + length
      return start
    },
  }
}
