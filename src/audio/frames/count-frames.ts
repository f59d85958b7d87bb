import type { ByteSource } from '../byte-source.ts'
import type { FramedStream } from './first-frame.ts'
import { createFrameCounter } from './frame-counter.ts'
import type { FrameCount } from './frame-counter.ts'

const mebibyte = 1024 * 1024

export interface CountOptions {
  readonly signal?: AbortSignal
  /** 0 to 1, after each piece. */
  readonly onProgress?: (done: number) => void
  /** Bytes that are read at a time; a mebibyte. */
  readonly pieceBytes?: number
}

/**
 * Counts all frames: reads the recording once, up to its end or to what cannot be counted, piece by piece, the next one
 * while the last is counted. Rejects as the source does.
 */
export async function countFrames(
  source: ByteSource,
  stream: FramedStream,
  { signal, onProgress, pieceBytes = mebibyte }: CountOptions = {},
): Promise<FrameCount> {
  const { from, to } = stream
  const counter = createFrameCounter(stream, from)
  const read = (at: number) => source.read(at, Math.min(at + pieceBytes, to), signal)
  let reading = read(from)
  for (let at = from; at < to;) {
    const bytes = await reading
    signal?.throwIfAborted()
    if (bytes.length === 0) break
    at += bytes.length
    if (at < to) {
      reading = read(at)
      // Should counting throw, nobody waits for it.
      reading.catch(() => {})
    }
    if (!counter.push(bytes)) break
    onProgress?.((at - from) / (to - from))
  }
  return counter.finish()
}
