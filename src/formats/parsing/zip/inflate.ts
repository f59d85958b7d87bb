import { Inflate } from 'fflate'
import { concatenateBytes } from '#arrays/concatenate.ts'

export type Inflated =
  | { readonly status: 'whole'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly status: 'damaged' | 'too-large' }

/** Input bytes per step. DEFLATE expands at most 1,032 times, so a step yields at most 4.2 MB. */
const stepLength = 4096

/** Inflates raw DEFLATE data, and stops at `maxBytes`, whatever size the header declares. */
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
    for (let at = 0; at < packed.length; at += stepLength) {
      if (length > maxBytes) break
      const isLast = at + stepLength >= packed.length
      stream.push(packed.subarray(at, at + stepLength), isLast)
    }
  } catch {
    return { status: 'damaged' }
  }
  if (length > maxBytes) return { status: 'too-large' }
  return isWhole ? { status: 'whole', bytes: concatenateBytes(pieces) } : { status: 'damaged' }
}
