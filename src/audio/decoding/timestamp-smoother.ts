/** Seconds: times that differ by less are the same time, rounded to milliseconds by the container. */
export const timestampTolerance = 0.002

/** Gives consecutive slices exact times, also where a container rounds to milliseconds. All in seconds. */
export function createTimestampSmoother() {
  let end = Number.NaN
  return {
    /** The exact start of a slice, from the timestamp of its container and its duration. */
    place(timestamp: number, length: number): number {
      const start = Math.abs(end - timestamp) < timestampTolerance ? end : timestamp
      end = start + length
      return start
    },
  }
}
