import { Inflate } from 'fflate'
import { concatenateBytes } from '#arrays/concatenate.ts'

export type Inflated =
  | { readonly status: 'whole'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly status: 'damaged' | 'too-large' }

/** DEFLATE makes at most 1,032 bytes of one: a push of so many stays under 4.2 MB. */
const pushed = 4096

/** Inflates raw DEFLATE up to `maxBytes`, and stops there: what a header says of the size is not believed. */
export function inflate(packed: Uint8Array, maxBytes: number): Inflated {
  const pieces: Uint8Array[] = []
  let length = 0
  let isWhole = false
  const stream = new Inflate((piece, isLast) => {
    pieces.push(piece)
    length += piece.length
    isWhole ||= isLast
  })
  try {
    for (let at = 0; at < packed.length; at += pushed) {
      if (length > maxBytes) break
      const isLast = at + pushed >= packed.length
      stream.push(packed.subarray(at, at + pushed), isLast)
    }
  } catch {
    return { status: 'damaged' }
  }
  if (length > maxBytes) return { status: 'too-large' }
  return isWhole ? { status: 'whole', bytes: concatenateBytes(pieces) } : { status: 'damaged' }
}
