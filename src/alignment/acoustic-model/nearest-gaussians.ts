import { streams, streamWidth } from './acoustic-model.ts'
import type { AcousticModel } from './acoustic-model.ts'

/** Top-N Gaussian selection: only the nearest Gaussians of a codebook contribute to a frame. */
export const topGaussians = 4

/**
 * The four nearest Gaussians for each frame, phone and stream. Layout of `indices`:
 * `((frame * phones + phone) * streams + stream) * topGaussians + rank`, the nearest first.
 */
export interface NearestGaussians {
  readonly frames: number
  readonly indices: Uint8Array
  /**
   * Densities of all but the nearest, relative to the nearest, 0 to 1:
   * `((frame * phones + phone) * streams + stream) * (topGaussians - 1) + rank - 1`.
   */
  readonly relativeDensities: Float32Array
  /** Log density of the nearest: `(frame * phones + phone) * streams + stream`. */
  readonly bestLogDensities: Float32Array
}

/** `rows`: feature vectors, 39 numbers per frame. */
export type FindNearestGaussians = (rows: Float32Array) => NearestGaussians

/**
 * Most Gaussians are rejected after a few of their 13 dimensions, as soon as they cannot reach the top four. The top four
 * of the previous frame are tried first, so that the threshold is high from the start; every second frame tries only
 * those. One function with the dimensions unrolled: a loop, or a function per density, took 1.5 to 1.7 times as long.
 */
export function createNearestGaussians(model: AcousticModel): FindNearestGaussians {
  const { means, precisions, heights, gaussians } = model
  const phones = model.triphones.phones.length
  const rowWidth = streams * streamWidth
  const codebooks = phones * streams
  const previousTop = new Uint8Array(codebooks * topGaussians)
  const densities = new Float64Array(topGaussians)
  const chosen = new Int32Array(topGaussians)
  for (let codebook = 0; codebook < codebooks; codebook++) {
    for (let rank = 0; rank < topGaussians; rank++)
      previousTop[codebook * topGaussians + rank] = rank
  }

  return (rows) => {
    const frames = rows.length / rowWidth
    const indices = new Uint8Array(frames * codebooks * topGaussians)
    const relativeDensities = new Float32Array(frames * codebooks * (topGaussians - 1))
    const bestLogDensities = new Float32Array(frames * codebooks)

    for (let frame = 0; frame < frames; frame++) {
      const candidates = frame % 2 === 0 ? gaussians : 0
      for (let codebook = 0; codebook < codebooks; codebook++) {
        const row = frame * rowWidth + (codebook % streams) * streamWidth
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
        let threshold = -Infinity
        for (let turn = -topGaussians; turn < candidates; turn++) {
          const gaussian =
            turn < 0 ? previousTop[codebook * topGaussians + turn + topGaussians]! : turn
          const place = codebook * gaussians + gaussian
          const at = place * streamWidth
          let density = heights[place]!
          if (density < threshold) continue
          let d = x0 - means[at]!
          density -= d * d * precisions[at]!
          d = x1 - means[at + 1]!
          density -= d * d * precisions[at + 1]!
          d = x2 - means[at + 2]!
          density -= d * d * precisions[at + 2]!
          if (density < threshold) continue
          d = x3 - means[at + 3]!
          density -= d * d * precisions[at + 3]!
          d = x4 - means[at + 4]!
          density -= d * d * precisions[at + 4]!
          d = x5 - means[at + 5]!
          density -= d * d * precisions[at + 5]!
          if (density < threshold) continue
          d = x6 - means[at + 6]!
          density -= d * d * precisions[at + 6]!
          d = x7 - means[at + 7]!
          density -= d * d * precisions[at + 7]!
          d = x8 - means[at + 8]!
          density -= d * d * precisions[at + 8]!
          if (density < threshold) continue
          d = x9 - means[at + 9]!
          density -= d * d * precisions[at + 9]!
          d = x10 - means[at + 10]!
          density -= d * d * precisions[at + 10]!
          d = x11 - means[at + 11]!
          density -= d * d * precisions[at + 11]!
          d = x12 - means[at + 12]!
          density -= d * d * precisions[at + 12]!
          if (density <= threshold) continue
          // The previous frame's Gaussians come up a second time in the full scan.
          if (
            (gaussian === chosen[0] && densities[0] !== -Infinity) ||
            (gaussian === chosen[1] && densities[1] !== -Infinity) ||
            (gaussian === chosen[2] && densities[2] !== -Infinity) ||
            (gaussian === chosen[3] && densities[3] !== -Infinity)
          )
            continue
          let rank = topGaussians - 1
          while (rank > 0 && densities[rank - 1]! < density) {
            densities[rank] = densities[rank - 1]!
            chosen[rank] = chosen[rank - 1]!
            rank--
          }
          densities[rank] = density
          chosen[rank] = gaussian
          threshold = densities[topGaussians - 1]!
        }
        const to = frame * codebooks + codebook
        const best = densities[0]!
        bestLogDensities[to] = best
        for (let rank = 0; rank < topGaussians; rank++) {
          indices[to * topGaussians + rank] = chosen[rank]!
          previousTop[codebook * topGaussians + rank] = chosen[rank]!
        }
        for (let rank = 1; rank < topGaussians; rank++) {
          relativeDensities[to * (topGaussians - 1) + rank - 1] = Math.exp(densities[rank]! - best)
        }
      }
    }
    return { frames, indices, relativeDensities, bestLogDensities }
  }
}
