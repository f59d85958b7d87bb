import type { ByteSource } from '../byte-source.ts'
import { confirmFrames } from '../frames/confirm-frames.ts'
import { framedFormats } from '../frames/first-frame.ts'
import type { FramedStream } from '../frames/first-frame.ts'

const places = 24
const readBytes = 4096

/**
 * Whether frames of another sampling rate follow, by a look at 24 places all over the recording; a part that is shorter than
 * that may be missed. Rejects as the source does.
 */
export async function changesOnTheWay(source: ByteSource, stream: FramedStream): Promise<boolean> {
  const step = (stream.to - stream.from) / places
  const pieces = await Promise.all(
    Array.from({ length: places }, (_, place) => {
      const at = Math.floor(stream.from + (place + 0.5) * step)
      return source.read(at, Math.min(at + readBytes, stream.to))
    }),
  )
  return pieces.some((bytes) => hasOtherKind(bytes, stream))
}

function hasOtherKind(bytes: Uint8Array, { format: id, header }: FramedStream): boolean {
  let at = bytes.indexOf(0xff)
  for (; at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const found = confirmFrames(framedFormats[id], bytes, { at, isEnd: false })
    if (found !== null && found !== 'unknown') return found.kind !== header.kind
  }
  return false
}
