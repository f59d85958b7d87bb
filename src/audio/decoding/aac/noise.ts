import { bandAt, specialCodebooks } from './bands.ts'
import type { ChannelStream } from './channel-stream.ts'

/** Fills in noise that the encoder left out (ISO/IEC 14496-3, 4.6.13), with a new start for each decoder. */
export function createNoise() {
  let state = 1

  /** −1 to 1. */
  function next(): number {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0
    return state / 2 ** 31
  }

  function fillBand(
    lines: Float64Array,
    { from, to, loudness }: { from: number; to: number; loudness: number },
  ) {
    let energy = 0
    for (let line = from; line < to; line++) {
      const value = next()
      lines[line] = value
      energy += value * value
    }
    const gain = loudness / Math.sqrt(energy)
    for (let line = from; line < to; line++) lines[line]! *= gain
  }

  return function fillNoise({ window, codebooks, scales, lines }: ChannelStream) {
    const { groups, bandCount, offsets } = window
    let first = 0
    for (let group = 0; group < groups.length; group++) {
      for (let band = 0; band < bandCount; band++) {
        const at = bandAt(group, band)
        if (codebooks[at] !== specialCodebooks.noise) continue
        const loudness = 2 ** (scales[at]! / 4)
        for (let each = first; each < first + groups[group]!; each++) {
          const from = each * 128 + offsets[band]!
          fillBand(lines, { from, to: each * 128 + offsets[band + 1]!, loudness })
        }
      }
      first += groups[group]!
    }
  }
}
