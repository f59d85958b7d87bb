import { alone, compared } from '../row.mjs'

/** Stands for a measurement that could not be made because what was measured failed. */
export const fails = 'fails'

/**
 * As `compared` and `alone` in row.mjs, but what failed is said as such; `null` is what there was nothing
 * to measure of.
 *
 * @param {{ name: string, earshot: number | 'fails' | null, peer?: number | 'fails' | null, target?: number | null }} measured
 */
export function toRow({ name, earshot, peer = null, target = null }) {
  if (typeof earshot === 'number' && typeof peer === 'number') {
    return compared({ name, earshot, peer, target })
  }
  const single = (value) =>
    typeof value === 'number' ? alone({ name, earshot: value }).earshot : value
  const isMissed = earshot === fails && target !== null
  return {
    name,
    earshot: single(earshot),
    peer: single(peer),
    ratio: null,
    target,
    holds: isMissed ? false : null,
  }
}

/** As `toRow`, where the target is for the number itself. */
export const toRowAlone = ({ name, earshot, target = null }) =>
  typeof earshot === 'number' ? alone({ name, earshot, target }) : toRow({ name, earshot, target })
