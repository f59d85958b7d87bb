import { streams } from './acoustic-model.ts'
import type { AcousticModel } from './acoustic-model.ts'
import { weightOfSteps } from './mixture-weights.ts'
import { counted } from './nearest-gaussians.ts'
import type { NearestGaussians } from './nearest-gaussians.ts'

/**
 * How well each of some senones explains each of some frames: logarithms of densities,
 * `(frame − from) * senones.length + place`.
 */
export function scoreSenones(
  model: AcousticModel,
  heard: NearestGaussians,
  {
    senones,
    from,
    to,
    into: scores = new Float32Array((to - from) * senones.length),
  }: {
    senones: ArrayLike<number>
    from: number
    to: number
    /** Where to write them, if there is room already: they are many megabytes. */
    into?: Float32Array
  },
): Float32Array {
  const { gaussians, weights, triphones } = model
  const { steps, senones: all } = weights
  const { numbers, shares, nearest } = heard
  const books = triphones.phones.length * streams
  const streamSize = gaussians * all

  for (let frame = from; frame < to; frame++) {
    const row = (frame - from) * senones.length
    for (let place = 0; place < senones.length; place++) {
      const senone = senones[place]!
      const book = frame * books + triphones.phoneOfSenone[senone]! * streams
      let product = 1
      let score = 0
      for (let stream = 0; stream < streams; stream++) {
        const at = (book + stream) * counted
        const others = (book + stream) * (counted - 1)
        const base = stream * streamSize + senone
        product *=
          weightOfSteps[steps[base + numbers[at]! * all]!]! +
          shares[others]! * weightOfSteps[steps[base + numbers[at + 1]! * all]!]! +
          shares[others + 1]! * weightOfSteps[steps[base + numbers[at + 2]! * all]!]! +
          shares[others + 2]! * weightOfSteps[steps[base + numbers[at + 3]! * all]!]!
        score += nearest[book + stream]!
      }
      scores[row + place] = score + Math.log(product)
    }
  }
  return scores
}
