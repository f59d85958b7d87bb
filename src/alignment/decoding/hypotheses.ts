/** Log score of an impossible hypothesis: below any real score, and exact in a Float32Array. */
export const impossible = Math.fround(-1e30)

/** The best hypothesis at each word boundary: its log score, and the index of its last backpointer. */
export interface Hypotheses {
  readonly score: Float32Array
  readonly backpointer: Int32Array
}

export const createHypotheses = (boundaries: number): Hypotheses => ({
  score: new Float32Array(boundaries).fill(impossible),
  backpointer: new Int32Array(boundaries).fill(-1),
})

/** Replaces the hypothesis at a boundary if the candidate scores higher. */
export function relax({ score, backpointer }: Hypotheses, boundary: number, candidate: Hypotheses) {
  if (candidate.score[boundary]! > score[boundary]!) {
    score[boundary] = candidate.score[boundary]!
    backpointer[boundary] = candidate.backpointer[boundary]!
  }
}
