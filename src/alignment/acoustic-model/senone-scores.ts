import { streams } from './acoustic-model.ts'
import type { AcousticModel } from './acoustic-model.ts'
import { weightOfSteps } from './mixture-weights.ts'
import { topGaussians } from './nearest-gaussians.ts'
import type { NearestGaussians } from './nearest-gaussians.ts'

/** Log likelihoods of some senones over some frames: `(frame − from) * senones.length + index`. */
export function scoreSenones(
  model: AcousticModel,
  { indices, relativeDensities, bestLogDensities }: NearestGaussians,
  { senones, from, to }: { senones: ArrayLike<number>; from: number; to: number },
): Float32Array {
  const { gaussians, weights, triphones } = model
  const { steps, senones: all } = weights
  const { phoneOfSenone } = triphones
  const codebooks = triphones.phones.length * streams
  const scores = new Float32Array((to - from) * senones.length)
  const streamSize = gaussians * all
  // Of the current phone: offsets of its nearest Gaussians' mixture weights, and their relative densities.
  const offsets = new Int32Array(streams * topGaussians)
  const densities = new Float64Array(streams * topGaussians)

  for (let frame = from; frame < to; frame++) {
    const row = (frame - from) * senones.length
    let phone = -1
    let logDensity = 0
    for (let index = 0; index < senones.length; index++) {
      const senone = senones[index]!
      if (phoneOfSenone[senone] !== phone) {
        phone = phoneOfSenone[senone]!
        const codebook = frame * codebooks + phone * streams
        logDensity =
          bestLogDensities[codebook]! +
          bestLogDensities[codebook + 1]! +
          bestLogDensities[codebook + 2]!
        for (let at = 0; at < offsets.length; at++) {
          const stream = Math.floor(at / topGaussians)
          offsets[at] = stream * streamSize + indices[codebook * topGaussians + at]! * all
          const rank = at % topGaussians
          densities[at] =
            rank === 0 ? 1 : relativeDensities[(codebook + stream) * (topGaussians - 1) + rank - 1]!
        }
      }
      const first =
        densities[0]! * weightOfSteps[steps[offsets[0]! + senone]!]! +
        densities[1]! * weightOfSteps[steps[offsets[1]! + senone]!]! +
        densities[2]! * weightOfSteps[steps[offsets[2]! + senone]!]! +
        densities[3]! * weightOfSteps[steps[offsets[3]! + senone]!]!
      const second =
        densities[4]! * weightOfSteps[steps[offsets[4]! + senone]!]! +
        densities[5]! * weightOfSteps[steps[offsets[5]! + senone]!]! +
        densities[6]! * weightOfSteps[steps[offsets[6]! + senone]!]! +
        densities[7]! * weightOfSteps[steps[offsets[7]! + senone]!]!
      const third =
        densities[8]! * weightOfSteps[steps[offsets[8]! + senone]!]! +
        densities[9]! * weightOfSteps[steps[offsets[9]! + senone]!]! +
        densities[10]! * weightOfSteps[steps[offsets[10]! + senone]!]! +
        densities[11]! * weightOfSteps[steps[offsets[11]! + senone]!]!
      scores[row + index] = logDensity + Math.log(first * second * third)
    }
  }
  return scores
}
