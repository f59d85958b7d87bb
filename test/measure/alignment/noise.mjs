/** Octaves that pink noise is made of. */
const octaves = 13

/**
 * Noise with the same power in each octave: the sum of rows of random numbers, each renewed half as
 * often as the one before (Voss's algorithm). Mean 0, power about 1.
 *
 * @param {{ below: (limit: number) => number }} random
 */
export function createPinkNoise(random) {
  const draw = () => random.below(2 ** 24) / 2 ** 23 - 1
  const rows = Float64Array.from({ length: octaves }, draw)
  let sum = rows.reduce((total, value) => total + value, 0)
  let count = 0
  // Each row's power, of numbers spread evenly from −1 to 1, is a third.
  const gain = Math.sqrt(3 / (octaves + 1))
  return {
    /** Adds noise of this root mean square to samples. */
    addTo(samples, rms) {
      for (let at = 0; at < samples.length; at++) {
        count = (count + 1) % 2 ** octaves
        const row =
          count === 0 ? octaves - 1 : Math.min(octaves - 1, 31 - Math.clz32(count & -count))
        sum -= rows[row]
        rows[row] = draw()
        sum += rows[row]
        samples[at] += (sum + draw()) * gain * rms
      }
    },
  }
}
