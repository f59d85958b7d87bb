import type { ByteSource } from './byte-source.ts'

/** Of the beginning and of the end, bytes: tags, the index and the first and last sound are there. */
const edgeLength = 64 * 1024
const pieceLength = 16 * 1024
const pieceCount = 8

/**
 * What tells this recording from others, whatever it is called and wherever it lies: SHA-256, in hex, of
 * its size, its first and last 64 KB, and eight pieces of 16 KB spread evenly between them. At most
 * 256 KB are read, whatever the length; up to that size it is every byte.
 *
 * Odds. Two files that differ in what is read share a fingerprint with a chance of 2⁻²⁵⁶. Any edit that
 * moves what follows it, or the end, is seen: another encoding, a cut, longer tags. What can be missed is
 * an edit in place that keeps the size, as programs make in WAV: of `n` bytes in a file of `size` bytes,
 * with a chance of about 1 − 8 (n + 16 KB) / size. One second bleeped in three hours of WAV is missed 99.9
 * times in 100; the waveform kept under the fingerprint is then wrong for that second, and nothing else.
 *
 * `null` where the browser keeps its cryptography from the page (`http:` that is not this machine).
 * Rejects as `source.read` does.
 */
export async function fingerprint(
  source: ByteSource,
  signal?: AbortSignal,
): Promise<string | null> {
  const subtle: SubtleCrypto | undefined = globalThis.crypto?.subtle
  if (!subtle) return null
  const ranges = rangesOf(source.size)
  const read = new Uint8Array(8 + ranges.reduce((sum, { from, to }) => sum + to - from, 0))
  new DataView(read.buffer).setBigUint64(0, BigInt(source.size), true)
  let at = 8
  for (const { from, to } of ranges) {
    const bytes = await source.read(from, to, signal)
    read.set(bytes.subarray(0, to - from), at)
    at += to - from
  }
  return hex(new Uint8Array(await subtle.digest('SHA-256', read)))
}

/** In order, not overlapping. */
function rangesOf(size: number): { from: number; to: number }[] {
  const between = size - 2 * edgeLength
  if (between <= pieceCount * pieceLength) return size === 0 ? [] : [{ from: 0, to: size }]
  const gap = (between - pieceCount * pieceLength) / (pieceCount + 1)
  const pieces = Array.from({ length: pieceCount }, (_, piece) => {
    const from = edgeLength + Math.floor(gap * (piece + 1)) + pieceLength * piece
    return { from, to: from + pieceLength }
  })
  return [{ from: 0, to: edgeLength }, ...pieces, { from: size - edgeLength, to: size }]
}

const hex = (bytes: Uint8Array) =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
