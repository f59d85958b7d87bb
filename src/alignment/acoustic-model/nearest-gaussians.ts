import { streams, width } from './acoustic-model.ts'
import type { AcousticModel } from './acoustic-model.ts'

/** Gaussians of a phone and stream that count for a frame: those that it is nearest to. */
export const counted = 4

/**
 * For each frame, phone and stream the four nearest Gaussians:
 * `((frame * phones + phone) * streams + stream) * counted + rank`, the nearest first.
 */
export interface NearestGaussians {
  readonly frames: number
  readonly numbers: Uint8Array
  /**
   * The densities of all but the nearest beside the nearest one's, 0 to 1:
   * `((frame * phones + phone) * streams + stream) * (counted - 1) + rank - 1`.
   */
  readonly shares: Float32Array
  /** Logarithm of the nearest one's density: `(frame * phones + phone) * streams + stream`. */
  readonly nearest: Float32Array
}

/** `rows`: 39 numbers a frame, as `features` makes them. */
export type FindNearestGaussians = (rows: Float32Array) => NearestGaussians

/**
 * Most Gaussians are given up after a few of their thirteen numbers: they cannot become one of the four. The four of
 * the frame before are tried first, so that the bar is high from the start. All of it is one function, with the thirteen
 * written out: as a loop, or with a function for a density, it took 1.5 to 1.7 times as long.
 */
export function createNearestGaussians(model: AcousticModel): FindNearestGaussians {
  const { means, precisions, heights, gaussians } = model
  const phones = model.triphones.phones.length
  const rowWidth = streams * width
  const books = phones * streams
  const lastBest = new Uint8Array(books * counted)
  const densities = new Float64Array(counted)
  const chosen = new Int32Array(counted)
  for (let book = 0; book < books; book++) {
    for (let rank = 0; rank < counted; rank++) lastBest[book * counted + rank] = rank
  }

  return (rows) => {
    const frames = rows.length / rowWidth
    const numbers = new Uint8Array(frames * books * counted)
    const shares = new Float32Array(frames * books * (counted - 1))
    const nearest = new Float32Array(frames * books)

    for (let frame = 0; frame < frames; frame++) {
      const turns = frame % 2 === 0 ? gaussians : 0
      for (let book = 0; book < books; book++) {
        const row = frame * rowWidth + (book % streams) * width
        const x0 = rows[row]!
        const x1 = rows[row + 1]!
        const x2 = rows[row + 2]!
        const x3 = rows[row + 3]!
        const x4 = rows[row + 4]!
        const x5 = rows[row + 5]!
        const x6 = rows[row + 6]!
        const x7 = rows[row + 7]!
        const x8 = rows[row + 8]!
        const x9 = rows[row + 9]!
        const x10 = rows[row + 10]!
        const x11 = rows[row + 11]!
        const x12 = rows[row + 12]!
        densities.fill(-Infinity)
        let bar = -Infinity
        for (let turn = -counted; turn < turns; turn++) {
          const gaussian = turn < 0 ? lastBest[book * counted + turn + counted]! : turn
          const place = book * gaussians + gaussian
          const at = place * width
          let density = heights[place]!
          if (density < bar) continue
          let d = x0 - means[at]!
          density -= d * d * precisions[at]!
          d = x1 - means[at + 1]!
          density -= d * d * precisions[at + 1]!
          d = x2 - means[at + 2]!
          density -= d * d * precisions[at + 2]!
          if (density < bar) continue
          d = x3 - means[at + 3]!
          density -= d * d * precisions[at + 3]!
          d = x4 - means[at + 4]!
          density -= d * d * precisions[at + 4]!
          d = x5 - means[at + 5]!
          density -= d * d * precisions[at + 5]!
          if (density < bar) continue
          d = x6 - means[at + 6]!
          density -= d * d * precisions[at + 6]!
          d = x7 - means[at + 7]!
          density -= d * d * precisions[at + 7]!
          d = x8 - means[at + 8]!
          density -= d * d * precisions[at + 8]!
          if (density < bar) continue
          d = x9 - means[at + 9]!
          density -= d * d * precisions[at + 9]!
          d = x10 - means[at + 10]!
          density -= d * d * precisions[at + 10]!
          d = x11 - means[at + 11]!
          density -= d * d * precisions[at + 11]!
          d = x12 - means[at + 12]!
          density -= d * d * precisions[at + 12]!
          if (density <= bar) continue
          // Those of the frame before come again in their own turn.
          if (
            (gaussian === chosen[0] && densities[0] !== -Infinity) ||
            (gaussian === chosen[1] && densities[1] !== -Infinity) ||
            (gaussian === chosen[2] && densities[2] !== -Infinity) ||
            (gaussian === chosen[3] && densities[3] !== -Infinity)
          )
            continue
          let rank = counted - 1
          while (rank > 0 && densities[rank - 1]! < density) {
            densities[rank] = densities[rank - 1]!
            chosen[rank] = chosen[rank - 1]!
            rank--
          }
          densities[rank] = density
          chosen[rank] = gaussian
          bar = densities[counted - 1]!
        }
        const to = frame * books + book
        const best = densities[0]!
        nearest[to] = best
        for (let rank = 0; rank < counted; rank++) {
          numbers[to * counted + rank] = chosen[rank]!
          lastBest[book * counted + rank] = chosen[rank]!
        }
        for (let rank = 1; rank < counted; rank++) {
          shares[to * (counted - 1) + rank - 1] = Math.exp(densities[rank]! - best)
        }
      }
    }
    return { frames, numbers, shares, nearest }
  }
}
