/** Prime: with 48,271 all smaller numbers come before one comes again (Lehmer's generator). */
const modulus = 2_147_483_647

/** Chance that is the same for the same seed, a whole number from 1. */
export function createRandom(seed) {
  let state = seed % modulus || 1
  const next = () => (state = (state * 48_271) % modulus) / modulus
  // Small seeds begin with small numbers.
  for (let turn = 0; turn < 3; turn++) next()
  const below = (limit) => Math.floor(next() * limit)
  return {
    below,
    /** @param {number} probability 0 to 1 */
    chance: (probability) => next() < probability,
    pick: (list) => list[below(list.length)],
    /** @param {() => unknown} make called up to `most` times, at least `least` times */
    several: (least, most, make) =>
      Array.from({ length: least + below(most - least + 1) }, () => make()),
  }
}
