import { crc16 } from './crc.ts'
import { readFlacFrameHeader } from './frame-header.ts'
import type { FlacStream, FlacFrameHeader } from './frame-header.ts'

export interface FlacFrame extends FlacFrameHeader {
  /** Bytes. */
  readonly length: number
}

/** Bytes that are enough to say whether a frame begins with them. */
export const bytesToSay = ({ info }: FlacStream) => info.mostBytesPerFrame + 16

interface Extent {
  readonly stream: FlacStream
  /** The sound ends where the bytes end. */
  readonly isEnd: boolean
}

/**
 * The frame that begins here: it ends at the first header of a later one (or at the end of the sound) at
 * which the checksum of all its bytes is right. `null` where there is none, or one that is damaged; `unknown` where
 * the bytes end too early to say.
 */
export function readFlacFrame(
  bytes: Uint8Array,
  at: number,
  { stream, isEnd }: Extent,
): FlacFrame | null | 'unknown' {
  const header = readFlacFrameHeader(bytes, at, stream)
  if (header === null) return null
  if (header === 'unknown') return isEnd ? null : 'unknown'
  const { second, info } = stream
  const mostTo = at + info.mostBytesPerFrame
  let checked = at
  let crc = 0
  const isWholeAt = (to: number) => {
    crc = crc16(bytes, { from: checked, to, crc })
    checked = to
    return crc === 0
  }
  let end = bytes.indexOf(0xff, at + header.headerLength)
  for (; end !== -1 && end <= mostTo; end = bytes.indexOf(0xff, end + 1)) {
    if (end + 1 < bytes.length && bytes[end + 1] !== second) continue
    const following = readFlacFrameHeader(bytes, end, stream)
    if (following === 'unknown' && !isEnd) return 'unknown'
    if (following === null || following === 'unknown') continue
    const isLater = following.sample >= header.sample + header.samples
    if (isLater && isWholeAt(end)) return { ...header, length: end - at }
  }
  if (bytes.length > mostTo) return null
  if (!isEnd) return 'unknown'
  return isWholeAt(bytes.length) ? { ...header, length: bytes.length - at } : null
}

/** The first whole frame, `at` a byte of these; or how many of them there is none in. */
export function findFlacFrame(
  bytes: Uint8Array,
  { from, ...extent }: Extent & { from: number },
): { at: number; frame: FlacFrame } | { searched: number } {
  let at = bytes.indexOf(0xff, from)
  for (; at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const frame = readFlacFrame(bytes, at, extent)
    if (frame === 'unknown') return { searched: at }
    if (frame !== null) return { at, frame }
  }
  return { searched: bytes.length }
}
