/**
 * Mixture weights of each senone, read from a Sphinx `sendump`: labels, then for each of the three streams and
 * each Gaussian one byte per senone: a negated logarithm to the base 1.0001 in steps of 1,024.
 */
export interface MixtureWeights {
  readonly senones: number
  readonly gaussians: number
  /** `(stream * gaussians + gaussian) * senones + senone`. */
  readonly steps: Uint8Array
}

/** One step as a natural logarithm. */
const oneStep = 1024 * Math.log(1.0001)

/** Weight by number of steps. */
export const weightOfSteps = Float32Array.from({ length: 256 }, (_, steps) =>
  Math.exp(-oneStep * steps),
)

/** Throws an Error for a malformed or truncated file. */
export function readMixtureWeights(bytes: Uint8Array, streams: number): MixtureWeights {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = 0
  for (;;) {
    if (at + 4 > bytes.length) throw new Error('sendump has no end to its head')
    const length = view.getUint32(at, true)
    at += 4
    if (length === 0) break
    at += length
  }
  const gaussians = view.getUint32(at, true)
  const senones = view.getUint32(at + 4, true)
  const steps = bytes.slice(at + 8, at + 8 + streams * gaussians * senones)
  if (steps.length < streams * gaussians * senones) throw new Error('sendump is cut')
  return { senones, gaussians, steps }
}
