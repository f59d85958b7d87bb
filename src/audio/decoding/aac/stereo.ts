import type { BitReader } from './bit-reader.ts'
import { bandAt, mostPlaces, specialCodebooks } from './bands.ts'
import type { ChannelStream } from './channel-stream.ts'
import type { ChannelWindow } from './channel-window.ts'

/** Which bands are middle and side, by `bandAt`. */
export interface MiddleSide {
  readonly mask: Uint8Array
  /** Reads `ms_mask_present` and `ms_used` (ISO/IEC 14496-3, table 4.5). */
  read(bits: BitReader, window: ChannelWindow): void
  clear(): void
}

export function createMiddleSide(): MiddleSide {
  const mask = new Uint8Array(mostPlaces)
  return {
    mask,
    clear: () => void mask.fill(0),
    read(bits, { groups, bandCount }) {
      const present = bits.read(2)
      mask.fill(present === 2 ? 1 : 0)
      if (present !== 1) return
      for (let group = 0; group < groups.length; group++) {
        for (let band = 0; band < bandCount; band++) mask[bandAt(group, band)] = bits.read(1)
      }
    },
  }
}

/** Makes left and right of the lines of two channels with one window: 4.6.8.1 and 4.6.8.2. */
export function joinChannels(left: ChannelStream, right: ChannelStream, mask: Uint8Array) {
  const { groups, bandCount, offsets } = right.window
  let window = 0
  for (let group = 0; group < groups.length; group++) {
    for (let band = 0; band < bandCount; band++) {
      const at = bandAt(group, band)
      const [leftBook, rightBook] = [left.codebooks[at]!, right.codebooks[at]!]
      const isIntensity = rightBook > specialCodebooks.noise
      const isMiddleSide =
        mask[at] === 1 && leftBook < specialCodebooks.noise && rightBook < specialCodebooks.noise
      if (!isIntensity && !isMiddleSide) continue
      for (let each = window; each < window + groups[group]!; each++) {
        const range = { from: each * 128 + offsets[band]!, to: each * 128 + offsets[band + 1]! }
        if (isMiddleSide) joinMiddleSide(left.lines, right.lines, range)
        else {
          const phase = rightBook === specialCodebooks.inPhase ? 1 : -1
          const sign = mask[at] === 1 ? -phase : phase
          joinIntensity(left.lines, right.lines, {
            ...range,
            gain: sign * 0.5 ** (right.scales[at]! / 4),
          })
        }
      }
    }
    window += groups[group]!
  }
}

function joinMiddleSide(
  left: Float64Array,
  right: Float64Array,
  { from, to }: { from: number; to: number },
) {
  for (let line = from; line < to; line++) {
    const middle = left[line]!
    const side = right[line]!
    left[line] = middle + side
    right[line] = middle - side
  }
}

function joinIntensity(
  left: Float64Array,
  right: Float64Array,
  { from, to, gain }: { from: number; to: number; gain: number },
) {
  for (let line = from; line < to; line++) right[line] = left[line]! * gain
}
