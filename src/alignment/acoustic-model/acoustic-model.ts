import { acousticFiles } from '../model-files.ts'
import type { ModelFiles } from '../model-files.ts'
import { readMixtureWeights } from './mixture-weights.ts'
import type { MixtureWeights } from './mixture-weights.ts'
import { readSphinxNumbers } from './sphinx-file.ts'
import { readTriphones } from './triphones.ts'
import type { Triphones } from './triphones.ts'

/** Cepstra, deltas and delta-deltas are independent feature streams with their own Gaussians. */
export const streams = 3
/** Dimensions of each stream. */
export const streamWidth = 13

/**
 * A phonetically tied mixture (PTM) model: each phone has a codebook of Gaussians, and each of its senones has its own
 * mixture weights over them. All logarithms are natural.
 */
export interface AcousticModel {
  readonly triphones: Triphones
  readonly weights: MixtureWeights
  /** Gaussians per codebook: one phone, one stream. */
  readonly gaussians: number
  /** `((phone * streams + stream) * gaussians + gaussian) * streamWidth + dimension`. */
  readonly means: Float32Array
  /** 1 / (2 σ²), in the layout of the means. */
  readonly precisions: Float32Array
  /** Log density of each Gaussian at its mean: `(phone * streams + stream) * gaussians + gaussian`. */
  readonly heights: Float32Array
  /** Log probabilities of self-loop and forward transition: `phone * 3 + state`. */
  readonly stay: Float32Array
  readonly leave: Float32Array
}

const smallestVariance = 0.0001

/** `id`: the model's folder. Rejects if a file cannot be loaded, is malformed, or does not fit the others. */
export async function loadAcousticModel(files: ModelFiles, id: string): Promise<AcousticModel> {
  const read = (name: string) => files.read(`${id}/${name}`)
  const [mdef, means, variances, sendump, transitionFile] = await Promise.all(
    acousticFiles.map(read),
  )
  const triphones = readTriphones(mdef!)
  // Sizes: phones, streams, Gaussians, and the width of each stream.
  const centre = readSphinxNumbers(means!, { name: 'means', dimensions: 6 })
  const spread = readSphinxNumbers(variances!, { name: 'variances', dimensions: 6 })
  const [phones = 0, streamCount = 0, gaussians = 0, ...widths] = centre.sizes
  if (
    phones !== triphones.phones.length ||
    streamCount !== streams ||
    widths.some((each) => each !== streamWidth)
  )
    throw new Error('means does not hold three streams of thirteen dimensions')
  if (spread.numbers.length !== centre.numbers.length) throw new Error(mismatch('variances'))
  const weights = readMixtureWeights(sendump!, streams)
  if (weights.senones !== triphones.senones || weights.gaussians !== gaussians)
    throw new Error(mismatch('sendump'))
  const transitions = readTransitions(transitionFile!)
  if (transitions.stay.length !== 3 * phones) throw new Error(mismatch('transition_matrices'))
  const heights = new Float32Array(phones * streams * gaussians)
  const precisions = new Float32Array(spread.numbers.length)
  spread.numbers.forEach((number, place) => {
    const variance = Math.max(number, smallestVariance)
    precisions[place] = 1 / (2 * variance)
    heights[Math.floor(place / streamWidth)]! -= 0.5 * Math.log(2 * Math.PI * variance)
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

const mismatch = (name: string) => `${name} does not belong to the same model as the other files`

/** The models are left-to-right without skips: each state has a self-loop and a forward transition. */
function readTransitions(bytes: Uint8Array): Pick<AcousticModel, 'stay' | 'leave'> {
  const { sizes, numbers } = readSphinxNumbers(bytes, {
    name: 'transition_matrices',
    dimensions: 3,
  })
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
