import type { ByteSource } from '../byte-source.ts'

/** Bytes of an ID3v2 tag that begins here, header and footer among them (id3.org, ID3v2.4, 3.1); or 0. */
export function lengthOfId3v2(bytes: Uint8Array, at: number): number {
  const isTag = latin1At(bytes, at, 3) === 'ID3' && at + id3HeaderBytes <= bytes.length
  if (!isTag || bytes[at + 3] === 0xff || bytes[at + 4] === 0xff) return 0
  const sizes = bytes.subarray(at + 6, at + 10)
  if (sizes.some((byte) => byte > 127)) return 0
  const size = sizes.reduce((sum, byte) => sum * 128 + byte, 0)
  const hasFooter = (bytes[at + 5]! & 0x10) !== 0
  return id3HeaderBytes + size + (hasFooter ? id3HeaderBytes : 0)
}

export const id3HeaderBytes = 10

const id3v1Bytes = 128
const apeFooterBytes = 32
const lyricsEndBytes = 15

/**
 * Where the tags after the sound begin: ID3v1, APEv1 and -v2 (by their footer), Lyrics3v2, in any order.
 * Three reads at the most.
 */
export async function beginningOfEndTags(source: ByteSource, signal?: AbortSignal) {
  let end = source.size
  let bytes = await source.read(Math.max(0, end - 512), end, signal)
  for (let tags = 0; tags < 3; tags++) {
    const length = lengthOfTagBefore(bytes)
    if (length === 0 || length > end) return end
    end -= length
    bytes =
      length < bytes.length - id3v1Bytes
        ? bytes.subarray(0, bytes.length - length)
        : await source.read(Math.max(0, end - 512), end, signal)
  }
  return end
}

/** Bytes of the tag that ends where these bytes end, or 0. */
function lengthOfTagBefore(bytes: Uint8Array): number {
  const end = bytes.length
  if (end >= id3v1Bytes && latin1At(bytes, end - id3v1Bytes, 3) === 'TAG') return id3v1Bytes
  if (end >= apeFooterBytes && latin1At(bytes, end - apeFooterBytes, 8) === 'APETAGEX') {
    const footer = new DataView(bytes.buffer, bytes.byteOffset + end - apeFooterBytes)
    const hasHeader = (footer.getUint32(20, true) & 0x80000000) !== 0
    return footer.getUint32(12, true) + (hasHeader ? apeFooterBytes : 0)
  }
  if (end >= lyricsEndBytes && latin1At(bytes, end - 9, 9) === 'LYRICS200') {
    const size = latin1At(bytes, end - lyricsEndBytes, 6)
    return /^\d{6}$/.test(size) ? Number(size) + lyricsEndBytes : 0
  }
  return 0
}

/** Latin-1. */
export function latin1At(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + length))
}
