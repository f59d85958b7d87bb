import { cepstra } from './mel-cepstra.ts'

/** Numbers that the Gaussians see of a frame: cepstra, their change, and the change of that. */
export const featureWidth = 3 * cepstra

/**
 * What the models see of frames (CMU Sphinx's `1s_c_d_dd`): the cepstra less their mean, how they change over
 * two frames each way, and how that changes. Frames beyond the rims are those at the rims. Row `n` of the answer is
 * frame `from + n` of `described`, 39 numbers each.
 */
export function features(
  described: Float32Array,
  { from, to, mean }: { from: number; to: number; mean: Float64Array },
): Float32Array {
  const last = described.length / cepstra - 1
  const rows = new Float32Array((to - from) * featureWidth)
  const place = (frame: number) => Math.min(Math.max(frame, 0), last) * cepstra
  for (let frame = from; frame < to; frame++) {
    const row = (frame - from) * featureWidth
    const here = place(frame)
    const [before, after] = [place(frame - 2), place(frame + 2)]
    const [changeAfter, changeAfterFrom] = [place(frame + 3), place(frame - 1)]
    const [changeBefore, changeBeforeFrom] = [place(frame + 1), place(frame - 3)]
    for (let k = 0; k < cepstra; k++) {
      rows[row + k] = described[here + k]! - mean[k]!
      rows[row + cepstra + k] = described[after + k]! - described[before + k]!
      rows[row + 2 * cepstra + k] =
        described[changeAfter + k]! -
        described[changeAfterFrom + k]! -
        (described[changeBefore + k]! - described[changeBeforeFrom + k]!)
    }
  }
  return rows
}
