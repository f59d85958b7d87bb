import type { BandTable } from './band-tables.ts'
import type { BitReader } from './bit-reader.ts'
import { windowSequences } from './filter-bank.ts'
import type { FrameWindow } from './filter-bank.ts'
import { UnsupportedAac } from './unsupported.ts'

/** How the lines of a channel are divided. */
export interface ChannelWindow extends FrameWindow {
  /** Bands that are written. */
  readonly bandCount: number
  /** Windows that have their scale factors in common, one length for each group: 1 for a long window. */
  readonly groups: readonly number[]
  /** Where bands begin in each window, lines. */
  readonly offsets: Uint16Array
}

const oneWindow = [1] as const

/** Reads `ics_info` (ISO/IEC 14496-3, table 4.6). */
export function readChannelWindow(bits: BitReader, bands: BandTable): ChannelWindow {
  bits.read(1)
  const sequence = bits.read(2)
  const shape = bits.read(1)
  if (sequence === windowSequences.short) {
    const bandCount = bits.read(4)
    const groups = groupsOf(bits.read(7))
    return checked({ sequence, shape, bandCount, groups, offsets: bands.short })
  }
  const bandCount = bits.read(6)
  if (bits.read(1) === 1) throw new UnsupportedAac('its sound is predicted, as in AAC Main')
  return checked({ sequence, shape, bandCount, groups: oneWindow, offsets: bands.long })
}

function checked(window: ChannelWindow): ChannelWindow {
  if (window.bandCount >= window.offsets.length) throw new Error('AAC: more bands than there are')
  return window
}

/** A bit for each window after the first: 1 where it belongs to the group of the one before. */
function groupsOf(bits: number): number[] {
  const groups = [1]
  for (let bit = 6; bit >= 0; bit--) {
    if ((bits >> bit) & 1) groups[groups.length - 1]!++
    else groups.push(1)
  }
  return groups
}
