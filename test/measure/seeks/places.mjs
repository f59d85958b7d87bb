/** A prime: the multiplier 48,271 generates all smaller numbers before one repeats. */
const modulus = 2_147_483_647
const secondsLeftOut = { atStart: 1, atEnd: 7 }

/**
 * Random times of a recording, except its last seconds; the same for the same seed (Lehmer's generator).
 *
 * @param {number} seconds duration of the recording
 * @param {number} count
 * @param {number} seed
 */
export function placesIn(seconds, count, seed) {
  const { atStart, atEnd } = secondsLeftOut
  let state = seed
  const next = () => (state = (state * 48_271) % modulus)
  return Array.from({ length: count }, () => {
    // The first numbers of small seeds are small.
    for (let turn = 0; turn < 2; turn++) next()
    return atStart + ((seconds - atStart - atEnd) * next()) / modulus
  })
}
