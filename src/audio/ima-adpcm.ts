const indexSteps = [-1, -1, -1, -1, 2, 4, 6, 8]
const lastStep = 88
/** IMA, Recommended Practices for Enhancing Digital Audio Compatibility, 1992: each step is a tenth larger. */
const steps = Int16Array.from(
  `7 8 9 10 11 12 13 14 16 17 19 21 23 25 28 31 34 37 41 45
    50 55 60 66 73 80 88 97 107 118 130 143 157 173 190 209 230 253 279 307
    337 371 408 449 494 544 598 658 724 796 876 963 1060 1166 1282 1411 1552 1707 1878 2066
    2272 2499 2749 3024 3327 3660 4026 4428 4871 5358 5894 6484 7132 7845 8630 9493 10442 11487 12635 13899
    15289 16818 18500 20350 22385 24623 27086 29794 32767`.split(/\s+/),
  Number,
)

/** Of each channel, in a block of so many bytes. */
export const samplesOfImaBlock = (bytes: number, channels: number) =>
  Math.floor((bytes - 4 * channels) / (4 * channels)) * 8 + 1

/** Decodes one block of a WAV into samples that take turns by channel. */
export function decodeImaBlock(block: Uint8Array, channels: number, samples: Int16Array) {
  const view = new DataView(block.buffer, block.byteOffset, block.length)
  const groups = (samplesOfImaBlock(block.length, channels) - 1) / 8
  for (let channel = 0; channel < channels; channel++) {
    let value = view.getInt16(4 * channel, true)
    let index = Math.min(lastStep, block[4 * channel + 2]!)
    let to = channel
    samples[to] = value
    for (let group = 0; group < groups; group++) {
      const at = 4 * (channels + group * channels + channel)
      for (let nibble = 0; nibble < 8; nibble++) {
        const code = (block[at + (nibble >> 1)]! >> (nibble % 2 === 0 ? 0 : 4)) & 15
        const step = steps[index]!
        let change = step >> 3
        if (code & 4) change += step
        if (code & 2) change += step >> 1
        if (code & 1) change += step >> 2
        value = Math.max(-32_768, Math.min(32_767, code & 8 ? value - change : value + change))
        index = Math.max(0, Math.min(lastStep, index + indexSteps[code & 7]!))
        to += channels
        samples[to] = value
      }
    }
  }
}
