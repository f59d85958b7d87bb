import type { FrameHeader, FramedFormat } from './frame-header.ts'

/** One header can stand anywhere by chance; so many, each where the frame before ends, do not. */
const enough = 3

/** Bytes that are enough to say whether frames begin, of either format. */
export const mostBytesToConfirm = enough * 8191 + 7

/**
 * Whether frames of one kind follow each other from here: the first one's header, `null`, or `unknown`
 * where the bytes end too early to say. Before the end of everything (`isEnd`) two are enough.
 */
export function confirmFrames(
  format: FramedFormat,
  bytes: Uint8Array,
  { at, isEnd }: { at: number; isEnd: boolean },
): FrameHeader | null | 'unknown' {
  if (at + format.mostBytes > bytes.length) return isEnd ? null : 'unknown'
  const first = format.readHeader(bytes, at)
  if (first === null) return null
  let next = at + first.length
  for (let count = 1; count < enough; count++) {
    if (next + format.mostBytes > bytes.length) {
      if (!isEnd) return 'unknown'
      return count > 1 ? first : null
    }
    const header = format.readHeader(bytes, next)
    if (header?.kind !== first.kind) return null
    next += header.length
  }
  return first
}
