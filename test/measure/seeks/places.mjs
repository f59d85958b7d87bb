/** Prime: with 48,271 all smaller numbers come before one comes again. */
const modulus = 2_147_483_647
const secondsLeftOut = { atStart: 1, atEnd: 7 }

/**
 * Places all over a recording, the same for the same seed (Lehmer's generator), not in its last seconds.
 *
 * @param {number} seconds how long it is
 * @param {number} count
 * @param {number} seed
 */
export function placesIn(seconds, count, seed) {
  const { atStart, atEnd } = secondsLeftOut
  let state = seed
  const next = () => (state = (state * 48_271) % modulus)
  return Array.from({ length: count }, () => {
    // Small seeds begin with small numbers.
    for (let turn = 0; turn < 2; turn++) next()
    return atStart + ((seconds - atStart - atEnd) * next()) / modulus
  })
}
