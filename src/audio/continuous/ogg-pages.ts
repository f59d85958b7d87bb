import type { ByteSource } from '../byte-source.ts'

/** A page of an Ogg file (RFC 3533, section 6). */
export interface OggPage {
  readonly isFirst: boolean
  readonly isLast: boolean
  /** Samples up to the end of the last packet that ends on the page; -1 where none does. */
  readonly granule: bigint
  readonly serial: number
  /** The whole page. */
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Where the packets begin in `bytes`. */
  readonly bodyFrom: number
}

const headBytes = 27
/** 255 segments of 255 bytes, and the header. */
export const mostPageBytes = headBytes + 255 + 255 * 255
const readBytes = 1024 * 1024
const capture = 0x4f676753

/** All pages in order, one read after the other; what is no page is skipped. Rejects as the source does. */
export async function* readOggPages(source: ByteSource): AsyncGenerator<OggPage> {
  for (let at = 0; at < source.size;) {
    const bytes = await source.read(at, at + readBytes)
    const isEnd = at + bytes.length >= source.size
    let offset = 0
    while (isEnd ? offset < bytes.length : offset + mostPageBytes <= bytes.length) {
      const page = pageAt(bytes, offset)
      if (page) yield page
      offset += page ? page.bytes.length : 1
    }
    if (isEnd || offset === 0) return
    at += offset
  }
}

/** The page that begins here; `null` where none does, or its end is missing. */
export function pageAt(bytes: Uint8Array<ArrayBuffer>, at: number): OggPage | null {
  if (at + headBytes > bytes.length) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset + at, bytes.length - at)
  if (view.getUint32(0) !== capture || view.getUint8(4) !== 0) return null
  const segments = view.getUint8(26)
  const bodyFrom = headBytes + segments
  if (at + bodyFrom > bytes.length) return null
  let length = bodyFrom
  for (let segment = 0; segment < segments; segment++) length += view.getUint8(headBytes + segment)
  if (at + length > bytes.length) return null
  const flags = view.getUint8(5)
  return {
    isFirst: (flags & 2) !== 0,
    isLast: (flags & 4) !== 0,
    granule: view.getBigInt64(6, true),
    serial: view.getUint32(14, true),
    bytes: bytes.subarray(at, at + length),
    bodyFrom,
  }
}

/** The same page with other numbers and its checksum; never first in its stream. */
export function renumbered(
  page: OggPage,
  numbers: { granule: bigint; serial: number; sequence: number; isLast: boolean },
): Uint8Array<ArrayBuffer> {
  const bytes = page.bytes.slice()
  const view = new DataView(bytes.buffer)
  view.setUint8(5, (view.getUint8(5) & 1) | (numbers.isLast ? 4 : 0) | (page.isFirst ? 2 : 0))
  view.setBigInt64(6, numbers.granule, true)
  view.setUint32(14, numbers.serial, true)
  view.setUint32(18, numbers.sequence, true)
  view.setUint32(22, 0, true)
  view.setUint32(22, checksum(bytes), true)
  return bytes
}

/** CRC-32 with the polynomial 0x04c11db7, neither reflected nor inverted (RFC 3533, section 6, field 7). */
const table = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index << 24
  for (let bit = 0; bit < 8; bit++)
    value = value & 0x80000000 ? (value << 1) ^ 0x04c11db7 : value << 1
  return value
})

function checksum(bytes: Uint8Array): number {
  let sum = 0
  for (const byte of bytes) sum = (sum << 8) ^ table[((sum >>> 24) ^ byte) & 0xff]!
  return sum >>> 0
}
