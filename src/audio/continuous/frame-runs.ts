import type { ByteSource } from '../byte-source.ts'
import { countFrames } from '../frames/count-frames.ts'
import { framedFormats } from '../frames/first-frame.ts'
import type { FramedStream } from '../frames/first-frame.ts'

/** A joined file has as many parts as somebody had the patience to join; more are noise. */
const mostRuns = 10_000
const pieceBytes = 64 * 1024

/**
 * The stretches of a stream in which one decoder can read all frames, in order; a new one begins where the version, the layer
 * or the sampling rate changes. Reads the recording once, and up to two pieces more for each run. Rejects as the source does.
 */
export async function findFrameRuns(
  source: ByteSource,
  stream: FramedStream,
): Promise<readonly FramedStream[]> {
  const format = framedFormats[stream.format]
  const runs: FramedStream[] = []
  let current: FramedStream | null = stream
  while (current && runs.length < mostRuns) {
    const counted = await countFrames(source, current, { pieceBytes })
    if (counted.kind === 'counted') {
      runs.push(current)
      break
    }
    if (counted.reason === 'none') break
    const { at } = counted
    if (at > current.from) runs.push({ ...current, to: at })
    const header = format.readHeader(await source.read(at, at + format.mostBytes), 0)
    current = header && { ...stream, from: at, header, info: null }
  }
  return runs
}
