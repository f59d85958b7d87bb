import { acousticFiles } from '../model-files.ts'
import type { ModelFiles } from '../model-files.ts'
import { readMixtureWeights } from './mixture-weights.ts'
import type { MixtureWeights } from './mixture-weights.ts'
import { readSphinxNumbers } from './sphinx-file.ts'
import { readTriphones } from './triphones.ts'
import type { Triphones } from './triphones.ts'

/** Cepstra, their change, and the change of that are heard apart, by Gaussians of their own. */
export const streams = 3
/** Numbers in each stream. */
export const width = 13

/**
 * A phonetically tied mixture model: each phone has Gaussians of its own, and each of its states weighs
 * them in its own way.
 */
export interface AcousticModel {
  readonly triphones: Triphones
  readonly weights: MixtureWeights
  /** Gaussians of one phone in one stream. */
  readonly gaussians: number
  /** `((phone * streams + stream) * gaussians + gaussian) * width + place`. */
  readonly means: Float32Array
  /** 1 / (2 σ²), laid out like the means. */
  readonly precisions: Float32Array
  /** The logarithm of each Gaussian's height at its mean: `(phone * streams + stream) * gaussians + gaussian`. */
  readonly heights: Float32Array
  /** For each phone and each of its three states, the logarithm of staying and of going on. */
  readonly stay: Float32Array
  readonly leave: Float32Array
}

const smallestVariance = 0.0001

/** `id`: the folder of the model. Rejects where a file cannot be had or is not what it should be. */
export async function loadAcousticModel(files: ModelFiles, id: string): Promise<AcousticModel> {
  const read = (name: string) => files.read(`${id}/${name}`)
  const [mdef, means, variances, sendump, transitionFile] = await Promise.all(
    acousticFiles.map(read),
  )
  const triphones = readTriphones(mdef!)
  // Phones, streams, Gaussians, and the width of each stream.
  const centre = readSphinxNumbers(means!, { name: 'means', sizes: 6 })
  const spread = readSphinxNumbers(variances!, { name: 'variances', sizes: 6 })
  const [phones = 0, streamCount = 0, gaussians = 0, ...widths] = centre.sizes
  if (
    phones !== triphones.phones.length ||
    streamCount !== streams ||
    widths.some((each) => each !== width)
  )
    throw new Error('means are not those of a model of three streams of thirteen numbers')
  if (spread.numbers.length !== centre.numbers.length) throw new Error(strange('variances'))
  const weights = readMixtureWeights(sendump!, streams)
  if (weights.senones !== triphones.senones || weights.gaussians !== gaussians)
    throw new Error(strange('sendump'))
  const transitions = readTransitions(transitionFile!)
  if (transitions.stay.length !== 3 * phones) throw new Error(strange('transition_matrices'))
  const heights = new Float32Array(phones * streams * gaussians)
  const precisions = new Float32Array(spread.numbers.length)
  spread.numbers.forEach((number, place) => {
    const variance = Math.max(number, smallestVariance)
    precisions[place] = 1 / (2 * variance)
    heights[Math.floor(place / width)]! -= 0.5 * Math.log(2 * Math.PI * variance)
  })
  return {
    triphones,
    weights,
    gaussians,
    means: centre.numbers,
    precisions,
    heights,
    ...transitions,
  }
}

const strange = (name: string) => `${name} is another model's than the files beside it`

/** From each state a phone may stay or go on to the next; there is no other way in these models. */
function readTransitions(bytes: Uint8Array): Pick<AcousticModel, 'stay' | 'leave'> {
  const { sizes, numbers } = readSphinxNumbers(bytes, { name: 'transition_matrices', sizes: 3 })
  const [phones = 0, states = 0, targets = 0] = sizes
  const stay = new Float32Array(phones * states)
  const leave = new Float32Array(phones * states)
  for (let phone = 0; phone < phones; phone++) {
    for (let state = 0; state < states; state++) {
      const row = (phone * states + state) * targets
      const staying = numbers[row + state]!
      const leaving = numbers[row + state + 1]!
      stay[phone * states + state] = Math.log(staying / (staying + leaving))
      leave[phone * states + state] = Math.log(leaving / (staying + leaving))
    }
  }
  return { stay, leave }
}
