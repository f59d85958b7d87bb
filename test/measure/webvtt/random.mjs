/** A prime: the multiplier 48,271 generates all smaller numbers before one repeats (Lehmer's generator). */
const modulus = 2_147_483_647

/** Random numbers that are the same for the same seed, a whole number from 1. */
export function createRandom(seed) {
  let state = seed % modulus || 1
  const next = () => (state = (state * 48_271) % modulus) / modulus
  // The first numbers of small seeds are small.
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
