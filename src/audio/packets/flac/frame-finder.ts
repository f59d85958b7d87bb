import type { ByteSource } from '../../byte-source.ts'
import { bytesToSay, findFlacFrame, readFlacFrame } from './frame.ts'
import type { FlacFrame } from './frame.ts'
import type { FlacStream } from './frame-header.ts'

/** A whole frame where it lies, and what was read with it. */
export interface FoundFrame {
  readonly byte: number
  readonly frame: FlacFrame
  /** From this frame on. */
  readonly bytes: Uint8Array
  /** The sound ends where these bytes end. */
  readonly isEnd: boolean
}

export interface FrameFinder {
  readonly stream: FlacStream
  /** Bytes that are read to look for a frame. */
  readonly windowBytes: number
  /**
   * The first whole frame that begins at this byte or later, and before `before`; `null` where there is none. The
   * first read is of `readBytes`, or a window if that is more. Rejects as the source does.
   */
  firstFrom(
    byte: number,
    options?: { before?: number; readBytes?: number },
  ): Promise<FoundFrame | null>
}

const leastWindowBytes = 32 * 1024
export const mostReadBytes = 512 * 1024
/** What is longer, and has no frame in it, is not searched twice. */
const leastHoleBytes = 256 * 1024

/** `to`: where the sound ends. */
export function createFrameFinder(
  source: ByteSource,
  { stream, to }: { stream: FlacStream; to: number },
): FrameFinder {
  const windowBytes = Math.max(leastWindowBytes, bytesToSay(stream))
  const holes: { readonly from: number; readonly to: number }[] = []

  function noteHole(from: number, to: number) {
    if (to - from >= leastHoleBytes) holes.push({ from, to })
  }

  return {
    stream,
    windowBytes,
    async firstFrom(from, { before = to, readBytes = windowBytes } = {}) {
      let length = Math.max(windowBytes, readBytes)
      for (let byte = from; byte < before;) {
        const hole = holes.find((hole) => hole.from <= byte && byte < hole.to)
        if (hole) {
          byte = hole.to
          continue
        }
        const bytes = await source.read(byte, Math.min(to, byte + length))
        const isEnd = bytes.length < length || byte + length >= to
        const found = findFlacFrame(bytes, { from: 0, stream, isEnd })
        if ('frame' in found) {
          const { at, frame } = found
          noteHole(from, byte + at)
          if (byte + at >= before) return null
          return { byte: byte + at, frame, bytes: bytes.subarray(at), isEnd }
        }
        byte += found.searched
        if (isEnd) byte = to
        noteHole(from, byte)
        length = Math.max(length, Math.min(length * 2, mostReadBytes))
      }
      return null
    },
  }
}

/** This frame and those that were read with it, as far as each follows the one before. */
export function* framesWith(
  { byte, bytes, isEnd }: FoundFrame,
  stream: FlacStream,
): Generator<FoundFrame> {
  for (let at = 0; at < bytes.length;) {
    const frame = readFlacFrame(bytes, at, { stream, isEnd })
    if (frame === null || frame === 'unknown') return
    yield { byte: byte + at, frame, bytes: bytes.subarray(at), isEnd }
    at += frame.length
  }
}

export const endOf = ({ byte, frame }: FoundFrame) => byte + frame.length

const mostTailBytes = 16 * 2 ** 20

/** The sample after the last one, looked for at the end of the file; `null` where no frame is there. */
export async function findEndSample(
  finder: FrameFinder,
  { from, to }: { from: number; to: number },
): Promise<number | null> {
  for (let tail = finder.windowBytes; tail <= mostTailBytes; tail *= 2) {
    let found = await finder.firstFrom(Math.max(from, to - tail))
    let end: number | null = null
    while (found) {
      let last = found
      for (last of framesWith(found, finder.stream)) end = last.frame.sample + last.frame.samples
      found = await finder.firstFrom(endOf(last))
    }
    if (end !== null || to - tail <= from) return end
  }
  return null
}
