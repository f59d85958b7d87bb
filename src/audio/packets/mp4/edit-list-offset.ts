import { boxesInOnly, entryCount, int64, onlyBox, uint64 } from './boxes.ts'
import type { Boxes } from './boxes.ts'

/** 1, in numbers of which 16 bits are behind the point. */
const asRecorded = 0x10000
const nothing = -1

/**
 * Ticks that the edits of a track (`elst`; ISO/IEC 14496-12, 8.6.6) take off the times of its samples: what is cut
 * from the start, less the silence before it. 0 without edits, null where they are more than that. What
 * they cut from the end stays.
 */
export function readEditListOffset(
  track: Boxes,
  { timescale, movieTimescale }: { timescale: number; movieTimescale: number },
): number | null {
  if (track.has('elst')) return null
  if (!track.has('edts')) return 0
  const edits = boxesInOnly(track, 'edts')
  if (!edits) return null
  if (!edits.has('elst')) return 0
  const list = onlyBox(edits, 'elst')
  if (!list || list.byteLength < 8) return null
  const isLong = list.getUint8(0) === 1
  const count = entryCount(list, { countAt: 4, entryBits: isLong ? 160 : 96 })
  if (count === null) return null

  /** Ticks of the movie. */
  let silence = 0
  for (let entry = 0; entry < count; entry++) {
    const at = 8 + entry * (isLong ? 20 : 12)
    const start = isLong ? int64(list, at + 8) : list.getInt32(at + 4)
    if (start === nothing) {
      silence += isLong ? uint64(list, at) : list.getUint32(at)
      continue
    }
    const isLast = entry === count - 1
    const rate = list.getInt32(at + (isLong ? 16 : 8))
    if (!isLast || start < 0 || rate !== asRecorded) return null
    const before = silence === 0 ? 0 : Math.round((silence / movieTimescale) * timescale)
    const shift = start - before
    return Number.isSafeInteger(shift) ? shift : null
  }
  return count === 0 ? 0 : null
}
