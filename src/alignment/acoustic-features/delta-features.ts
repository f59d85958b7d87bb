import { cepstrumSize } from './mel-cepstra.ts'

/** Numbers in a feature vector: cepstra, deltas, and delta-deltas. */
export const featureWidth = 3 * cepstrumSize

/**
 * Feature vectors as CMU Sphinx defines them (`1s_c_d_dd`): mean-normalised cepstra, their delta over two frames each
 * way, and the delta of that. Frames beyond the edges repeat the edge. Row `n` of the result, 39 numbers, is
 * frame `from + n` of `cepstra`.
 */
export function featureVectors(
  cepstra: Float32Array,
  { from, to, mean }: { from: number; to: number; mean: Float64Array },
): Float32Array {
  const last = cepstra.length / cepstrumSize - 1
  const rows = new Float32Array((to - from) * featureWidth)
  const offset = (frame: number) => Math.min(Math.max(frame, 0), last) * cepstrumSize
  for (let frame = from; frame < to; frame++) {
    const row = (frame - from) * featureWidth
    const here = offset(frame)
    const [before, after] = [offset(frame - 2), offset(frame + 2)]
    const [deltaAfterTo, deltaAfterFrom] = [offset(frame + 3), offset(frame - 1)]
    const [deltaBeforeTo, deltaBeforeFrom] = [offset(frame + 1), offset(frame - 3)]
    for (let k = 0; k < cepstrumSize; k++) {
      rows[row + k] = cepstra[here + k]! - mean[k]!
      rows[row + cepstrumSize + k] = cepstra[after + k]! - cepstra[before + k]!
      rows[row + 2 * cepstrumSize + k] =
        cepstra[deltaAfterTo + k]! -
        cepstra[deltaAfterFrom + k]! -
        (cepstra[deltaBeforeTo + k]! - cepstra[deltaBeforeFrom + k]!)
    }
  }
  return rows
}
