import { partitionPoint } from '#arrays/binary-search.ts'

/** Where a frame begins: its byte in the file, its first sample. */
export interface SeekPoint {
  readonly byte: number
  readonly sample: number
}

/** Enough for every cell of the preview peaks; more would grow with the duration. */
const mostPlaces = 1000

/** Places that were found, in order. */
export function createSeekPoints(first: SeekPoint) {
  const places = [first]

  /** How many begin at this sample or before. */
  const countUpTo = (sample: number): number =>
    partitionPoint(places.length, (index) => places[index]!.sample > sample)

  return {
    /** The last one at a sample or before it, or the first of all. */
    upTo: (sample: number): SeekPoint => places[Math.max(0, countUpTo(sample) - 1)]!,
    after: (sample: number): SeekPoint | undefined => places[countUpTo(sample)],
    /** A point that does not lie between its neighbours is dropped. */
    add({ byte, sample }: SeekPoint) {
      const count = countUpTo(sample)
      const [before, after] = [places[count - 1], places[count]]
      const isBetween =
        before !== undefined &&
        before.sample < sample &&
        before.byte < byte &&
        (after === undefined || byte < after.byte)
      if (isBetween && places.length < mostPlaces) places.splice(count, 0, { byte, sample })
    },
  }
}

export type SeekPoints = ReturnType<typeof createSeekPoints>
