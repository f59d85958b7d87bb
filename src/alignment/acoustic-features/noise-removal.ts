/**
 * Spectral subtraction of steady noise from the mel-band energies, frame by frame, in place. The models were trained on
 * audio processed this way. Source: the noise tracker of CMU sphinxbase (`fe_noise.c`), with its constants.
 */
export type NoiseRemoval = (energies: Float64Array) => void

const powerSmoothing = 0.7
const noiseAttack = 0.995
const noiseRelease = 0.5
const peakDecay = 0.85
const maskedShare = 0.2
const maxGain = 20
const minGain = 1 / maxGain
const smoothingBands = 4

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
        noise[band] = energy / maxGain
        floor[band] = energy / maxGain / maxGain
      }
      const smooth = powerSmoothing * power[band]! + (1 - powerSmoothing) * energy
      power[band] = smooth
      noise[band] = lowerEnvelope(noise[band]!, smooth)
      const above = Math.max(smooth - noise[band]!, 1)
      floor[band] = lowerEnvelope(floor[band]!, above)
      const masking = peak[band]! * peakDecay
      const unmasked = above < peakDecay * masking ? masking * maskedShare : above
      peak[band] = Math.max(masking, above)
      signal[band] = Math.max(unmasked, floor[band]!)
      gain[band] =
        signal[band]! < maxGain * smooth ? Math.max(signal[band]! / smooth, minGain) : maxGain
    }
    isFirst = false
    for (let band = 0; band < bands; band++) {
      const from = Math.max(0, band - smoothingBands)
      const to = Math.min(bands - 1, band + smoothingBands)
      let sum = 0
      for (let near = from; near <= to; near++) sum += gain[near]!
      energies[band]! *= sum / (to - from + 1)
    }
  }
}

function lowerEnvelope(before: number, now: number): number {
  const smoothing = now >= before ? noiseAttack : noiseRelease
  return smoothing * before + (1 - smoothing) * now
}
