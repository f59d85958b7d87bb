import { peaksPerSecond } from './compute-peaks.ts'

/**
 * How much is known about a range. `preview`: a few samples near it were decoded, or it comes from coarse peaks; `full`:
 * every sample was decoded.
 */
export type PeakQuality = 'unknown' | 'preview' | 'full'

/**
 * The largest sample of each hundredth of a second as a byte, and above it levels of the largest of every four: 4.8 MB
 * for ten hours. Reading a range costs as much as it has peaks, whatever its duration.
 */
export interface PeakPyramid {
  /** Seconds. */
  readonly duration: number
  /**
   * `count` peaks, 0 to 1, each the largest of its part of the range, seconds; 0 outside the recording, and where nothing
   * is known.
   */
  peaksBetween(range: { start: number; end: number }, count: number): Float32Array<ArrayBuffer>
  /** The ranges that have no full peaks, in order, seconds. `isKnown`: they have preview peaks. */
  incompleteRanges(): readonly {
    readonly start: number
    readonly end: number
    readonly isKnown: boolean
  }[]
}

/** The pyramid while it is filled. */
export interface MutablePeakPyramid extends PeakPyramid {
  /** Peaks from `first`, in hundredths of a second. Preview peaks do not replace full ones. */
  add(first: number, peaks: Uint8Array, quality: 'preview' | 'full'): void
  /** The finest level; not to be written to. */
  readonly finest: Uint8Array<ArrayBuffer>
}

const branching = 4
/** The quality is noted for blocks of so many peaks: 2.56 s. */
const blockLength = 256

const qualities: readonly PeakQuality[] = ['unknown', 'preview', 'full']

export function createPeakPyramid(duration: number): MutablePeakPyramid {
  const length = Math.max(1, Math.ceil(duration * peaksPerSecond))
  const levels = [new Uint8Array(length)]
  while (levels.at(-1)!.length > blockLength) {
    levels.push(new Uint8Array(Math.ceil(levels.at(-1)!.length / branching)))
  }
  const finest = levels[0]!
  const known = new Uint8Array(Math.ceil(length / blockLength))

  function raise(from: number, to: number) {
    for (let level = 1; level < levels.length; level++) {
      const below = levels[level - 1]!
      const here = levels[level]!
      from = Math.floor(from / branching)
      to = Math.ceil(to / branching)
      for (let at = from; at < to; at++) {
        here[at] = loudest(below, at * branching, (at + 1) * branching)
      }
    }
  }

  /** A block is full if all of it is, and preview if a part of it is. */
  function note(from: number, to: number, rank: number) {
    const isExact = qualities[rank] === 'full'
    const first = isExact ? Math.ceil(from / blockLength) : Math.floor(from / blockLength)
    const reachesEnd = to >= length || !isExact
    const end = reachesEnd ? Math.ceil(to / blockLength) : Math.floor(to / blockLength)
    for (let block = first; block < end; block++) known[block] = Math.max(known[block]!, rank)
  }

  return {
    duration,
    finest,
    add(first, peaks, quality) {
      const rank = qualities.indexOf(quality)
      const from = Math.max(0, first)
      const to = Math.min(length, first + peaks.length)
      for (let at = from; at < to;) {
        const block = Math.floor(at / blockLength)
        const end = Math.min(to, (block + 1) * blockLength)
        if (known[block]! <= rank) finest.set(peaks.subarray(at - first, end - first), at)
        at = end
      }
      note(from, to, rank)
      raise(from, to)
    },
    peaksBetween({ start, end }, count) {
      const perPeak = ((end - start) * peaksPerSecond) / count
      const depth = Math.floor(Math.log(Math.max(1, perPeak)) / Math.log(branching))
      const level = Math.min(levels.length - 1, depth)
      const scale = branching ** level
      const values = levels[level]!
      const peaks = new Float32Array(count)
      for (let at = 0; at < count; at++) {
        const from = (start * peaksPerSecond + at * perPeak) / scale
        const to = Math.max(Math.floor(from) + 1, Math.ceil(from + perPeak / scale))
        peaks[at] = loudest(values, Math.floor(from), to) / 255
      }
      return peaks
    },
    incompleteRanges() {
      const ranges: { start: number; end: number; isKnown: boolean }[] = []
      const timeOf = (block: number) => Math.min(duration, (block * blockLength) / peaksPerSecond)
      known.forEach((rank, block) => {
        if (qualities[rank] === 'full') return
        const isKnown = qualities[rank] === 'preview'
        const last = ranges.at(-1)
        if (last && last.end === timeOf(block) && last.isKnown === isKnown) {
          last.end = timeOf(block + 1)
        } else ranges.push({ start: timeOf(block), end: timeOf(block + 1), isKnown })
      })
      return ranges
    },
  }
}

function loudest(values: Uint8Array, from: number, to: number): number {
  let most = 0
  for (let at = Math.max(0, from), end = Math.min(to, values.length); at < end; at++) {
    if (values[at]! > most) most = values[at]!
  }
  return most
}
