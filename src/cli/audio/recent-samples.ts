/** A ring buffer of the last samples of a stream, numbered from its beginning. */
export interface RecentSamples {
  /** The buffered samples, `[from, to)`. */
  readonly from: number
  readonly to: number
  push(samples: Float32Array): void
  /** Throws for samples that are not buffered: an error of the caller. */
  read(from: number, to: number): Float32Array
  /** Empties the buffer; the next sample has number `at`. */
  restart(at: number): void
}

export function createRecentSamples(capacity: number): RecentSamples {
  const ring = new Float32Array(capacity)
  let begin = 0
  let to = 0
  const oldest = () => Math.max(begin, to - capacity)

  return {
    get from() {
      return oldest()
    },
    get to() {
      return to
    },
    push(samples) {
      const recent = samples.subarray(Math.max(0, samples.length - capacity))
      const at = (to + samples.length - recent.length) % capacity
      const untilEnd = Math.min(recent.length, capacity - at)
      ring.set(recent.subarray(0, untilEnd), at)
      ring.set(recent.subarray(untilEnd), 0)
      to += samples.length
    },
    read(from, end) {
      if (from < oldest() || end > to) throw new Error(`recent samples: ${from} to ${end} are gone`)
      const samples = new Float32Array(end - from)
      const at = from % capacity
      const untilEnd = Math.min(samples.length, capacity - at)
      samples.set(ring.subarray(at, at + untilEnd))
      samples.set(ring.subarray(0, samples.length - untilEnd), untilEnd)
      return samples
    },
    restart(at) {
      begin = at
      to = at
    },
  }
}
