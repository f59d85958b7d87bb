/**
 * Takes steady noise out of the energies of the mel bands, frame by frame, in place. The models were trained on
 * sound that had gone through this. Source: the noise tracker of CMU sphinxbase (`fe_noise.c`), its constants.
 */
export type NoiseRemoval = (energies: Float64Array) => void

const powerMemory = 0.7
const noiseRises = 0.995
const noiseFalls = 0.5
const peakMemory = 0.85
const maskedShare = 0.2
const mostGain = 20
const leastGain = 1 / mostGain
const smoothedOver = 4

export function createNoiseRemoval(bands: number): NoiseRemoval {
  const power = new Float64Array(bands)
  const noise = new Float64Array(bands)
  const floor = new Float64Array(bands)
  const peak = new Float64Array(bands)
  const signal = new Float64Array(bands)
  const gain = new Float64Array(bands)
  let isFirst = true

  return (energies) => {
    for (let band = 0; band < bands; band++) {
      const energy = energies[band]!
      if (isFirst) {
        power[band] = energy
        noise[band] = energy / mostGain
        floor[band] = energy / mostGain / mostGain
      }
      const smooth = powerMemory * power[band]! + (1 - powerMemory) * energy
      power[band] = smooth
      noise[band] = lowerEnvelope(noise[band]!, smooth)
      const above = Math.max(smooth - noise[band]!, 1)
      floor[band] = lowerEnvelope(floor[band]!, above)
      const lingering = peak[band]! * peakMemory
      const heard = above < peakMemory * lingering ? lingering * maskedShare : above
      peak[band] = Math.max(lingering, above)
      signal[band] = Math.max(heard, floor[band]!)
      gain[band] =
        signal[band]! < mostGain * smooth ? Math.max(signal[band]! / smooth, leastGain) : mostGain
    }
    isFirst = false
    for (let band = 0; band < bands; band++) {
      const from = Math.max(0, band - smoothedOver)
      const to = Math.min(bands - 1, band + smoothedOver)
      let sum = 0
      for (let near = from; near <= to; near++) sum += gain[near]!
      energies[band]! *= sum / (to - from + 1)
    }
  }
}

function lowerEnvelope(before: number, now: number): number {
  const memory = now >= before ? noiseRises : noiseFalls
  return memory * before + (1 - memory) * now
}
