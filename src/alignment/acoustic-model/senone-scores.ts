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
  { senones, from, to }: { senones: ArrayLike<number>; from: number; to: number },
): Float32Array {
  const { gaussians, weights, triphones } = model
  const { steps, senones: all } = weights
  const { phoneOfSenone } = triphones
  const { numbers, shares, nearest } = heard
  const books = triphones.phones.length * streams
  const scores = new Float32Array((to - from) * senones.length)
  const streamSize = gaussians * all
  // Of the phone at hand: where the weights of its nearest Gaussians begin, and their shares.
  const rows = new Int32Array(streams * counted)
  const parts = new Float64Array(streams * counted)

  for (let frame = from; frame < to; frame++) {
    const row = (frame - from) * senones.length
    let phone = -1
    let height = 0
    for (let place = 0; place < senones.length; place++) {
      const senone = senones[place]!
      if (phoneOfSenone[senone] !== phone) {
        phone = phoneOfSenone[senone]!
        const book = frame * books + phone * streams
        height = nearest[book]! + nearest[book + 1]! + nearest[book + 2]!
        for (let at = 0; at < rows.length; at++) {
          const stream = Math.floor(at / counted)
          rows[at] = stream * streamSize + numbers[book * counted + at]! * all
          const rank = at % counted
          parts[at] = rank === 0 ? 1 : shares[(book + stream) * (counted - 1) + rank - 1]!
        }
      }
      const first =
        parts[0]! * weightOfSteps[steps[rows[0]! + senone]!]! +
        parts[1]! * weightOfSteps[steps[rows[1]! + senone]!]! +
        parts[2]! * weightOfSteps[steps[rows[2]! + senone]!]! +
        parts[3]! * weightOfSteps[steps[rows[3]! + senone]!]!
      const second =
        parts[4]! * weightOfSteps[steps[rows[4]! + senone]!]! +
        parts[5]! * weightOfSteps[steps[rows[5]! + senone]!]! +
        parts[6]! * weightOfSteps[steps[rows[6]! + senone]!]! +
        parts[7]! * weightOfSteps[steps[rows[7]! + senone]!]!
      const third =
        parts[8]! * weightOfSteps[steps[rows[8]! + senone]!]! +
        parts[9]! * weightOfSteps[steps[rows[9]! + senone]!]! +
        parts[10]! * weightOfSteps[steps[rows[10]! + senone]!]! +
        parts[11]! * weightOfSteps[steps[rows[11]! + senone]!]!
      scores[row + place] = height + Math.log(first * second * third)
    }
  }
  return scores
}
