/** Of full scale. */
const tolerance = 0.02

/**
 * @typedef {object} Comparison
 * @property {number} points
 * @property {number} share of the points, those within 2 % of full scale
 * @property {number} worst the largest difference
 * @property {number} worstAt its index
 */

/**
 * Compares two rows of peaks, 0 to 1. The shorter row is continued with 0.
 *
 * @param {ArrayLike<number>} peaks
 * @param {ArrayLike<number>} reference
 * @returns {Comparison}
 */
export function comparePeaks(peaks, reference) {
  const points = Math.max(peaks.length, reference.length)
  let within = 0
  let worst = 0
  let worstAt = 0
  for (let at = 0; at < points; at++) {
    const difference = Math.abs((peaks[at] ?? 0) - (reference[at] ?? 0))
    if (difference <= tolerance) within++
    if (difference > worst) [worst, worstAt] = [difference, at]
  }
  return { points, share: within / points, worst, worstAt }
}
