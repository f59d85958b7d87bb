/**
 * One measured figure; less is better in every row. `target` is the most that `ratio` may be, or that `earshot`
 * may be where the row has no peer. `null`: not measured, or no target.
 *
 * @typedef {object} Row
 * @property {string} name with its unit
 * @property {number} earshot
 * @property {number | null} peer
 * @property {number | null} ratio
 * @property {number | null} target
 * @property {boolean | null} holds
 */

/** @returns {Row} */
export function compared({ name, earshot, peer, target = null }) {
  const ratio = peer > 0 ? earshot / peer : null
  const holds = target === null || ratio === null ? null : ratio <= target
  return {
    name,
    earshot: rounded(earshot),
    peer: rounded(peer),
    ratio: rounded(ratio),
    target,
    holds,
  }
}

/** @returns {Row} */
export function alone({ name, earshot, target = null }) {
  const holds = target === null ? null : earshot <= target
  return { name, earshot: rounded(earshot), peer: null, ratio: null, target, holds }
}

/** To four digits: no measurement here is more precise. */
const rounded = (value) =>
  value === null || Math.abs(value) >= 1000
    ? value && Math.round(value)
    : Number(value.toPrecision(4))
