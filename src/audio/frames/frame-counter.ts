import { concatenateBytes } from '#arrays/concatenate.ts'
import { confirmFrames } from './confirm-frames.ts'
import { framedFormats } from './first-frame.ts'
import type { FramedStream } from './first-frame.ts'
import type { FrameHeader } from './frame-header.ts'
import { framesPerMark } from './frame-index.ts'
import type { FrameIndex } from './frame-index.ts'
import { createGrowingArray } from './growing-array.ts'
import { paddingSamplesOf, primingSamplesOf } from './info-frame.ts'
import { id3HeaderBytes, lengthOfId3v2 } from './tags.ts'

/**
 * What came of counting. `changes`: other frames follow in the middle, for which a decoder would have to
 * be set up anew; `none`: no frame is where the stream was found. `at`: byte.
 */
export type FrameCount =
  | { readonly kind: 'counted'; readonly index: FrameIndex }
  | {
      readonly kind: 'uncountable'
      readonly reason: 'changes' | 'none'
      readonly at: number
    }

/** Counts frames in bytes that come piece by piece. */
export interface FrameCounter {
  /** The next bytes of the file; they are not kept. `false`: what follows changes nothing any more. */
  push(bytes: Uint8Array): boolean
  /** After all bytes. A frame that is cut off by the end is not counted. */
  finish(): FrameCount
}

/**
 * Walks from header to header; where none is, looks for the next frames, as players do, and notes the gap.
 *
 * @param begin the byte of the file that the first push begins with; what is before the frames is skipped
 */
export function createFrameCounter(stream: FramedStream, begin = 0): FrameCounter {
  const format = framedFormats[stream.format]
  const { kind, samples, bitrate } = stream.header
  const expected = Math.ceil((stream.to - stream.from) / stream.header.length)
  const sizes = createGrowingArray(
    (length) => new Uint16Array(length),
    Math.min(expected, 1_500_000),
  )
  const marks = createGrowingArray((length) => new Float64Array(length), 1024)
  const runs = createGrowingArray((length) => new Float64Array(length), 2)

  /** The bytes that could not be judged without more, and where they begin in the file. */
  let waiting = new Uint8Array(0)
  let seen = begin
  /** Where the next header is wanted, and whether the frame before ends there. */
  let next = Math.max(begin, stream.from)
  let isInStep = true
  let isInGap = true
  let isConstant = true
  let obstacle: FrameCount | null = null
  let lastEnd = 0
  let lastRun = 0

  function count({ length, bitrate: its }: FrameHeader) {
    if (isInGap) {
      lastRun = sizes.length
      runs.push(lastRun)
      runs.push(next)
      isInGap = false
    }
    if (sizes.length % framesPerMark === 0) marks.push(next)
    sizes.push(length)
    if (its !== bitrate) isConstant = false
    next += length
    lastEnd = next
    isInStep = true
  }

  function stop(at: number) {
    obstacle = { kind: 'uncountable', reason: 'changes', at }
  }

  /** Judges all that can be judged; answers from where on more bytes are needed. */
  function walk(bytes: Uint8Array, from: number, isEnd: boolean) {
    while (obstacle === null) {
      const at = next - from
      if (at >= bytes.length) return
      if (isInStep) {
        if (!isEnd && at + id3HeaderBytes > bytes.length) return
        const header = format.readHeader(bytes, at)
        if (header?.kind === kind) {
          if (header.samples !== samples) return stop(next)
          count(header)
          continue
        }
        isInStep = false
        isInGap = true
        const tag = lengthOfId3v2(bytes, at)
        if (tag > 0) {
          next += tag
          isInStep = true
          continue
        }
      }
      const found = bytes.indexOf(0xff, at)
      next = from + (found === -1 ? bytes.length : found)
      if (found === -1) return
      const header = confirmFrames(format, bytes, { at: found, isEnd })
      if (header === 'unknown') return
      if (header === null) next++
      else if (header.kind === kind) isInStep = true
      else stop(next)
    }
  }

  function take(bytes: Uint8Array, isEnd: boolean) {
    if (obstacle !== null) return
    const from = seen - waiting.length
    seen += bytes.length
    // What lies between the waiting bytes and the new ones was skipped, when nothing waits.
    const together = waiting.length === 0 ? bytes : concatenateBytes([waiting, bytes])
    walk(together, from, isEnd)
    waiting = together.slice(Math.max(0, next - from))
  }

  function dropLast() {
    sizes.drop(1)
    if (sizes.length % framesPerMark === 0) marks.drop(1)
    if (sizes.length === lastRun) runs.drop(2)
  }

  return {
    push(bytes) {
      const isBeyond = seen + bytes.length > stream.to
      take(isBeyond ? bytes.subarray(0, Math.max(0, stream.to - seen)) : bytes, false)
      return obstacle === null
    },
    finish() {
      take(new Uint8Array(0), true)
      if (obstacle !== null) return obstacle
      if (lastEnd > seen && sizes.length > 0) dropLast()
      if (sizes.length === 0) return { kind: 'uncountable', reason: 'none', at: stream.from }
      return { kind: 'counted', index: finished() }
    },
  }

  function finished(): FrameIndex {
    const { headerLength, channels, sampleRate } = stream.header
    return {
      format: stream.format,
      kind,
      headerLength,
      channels,
      sampleRate,
      samplesPerFrame: samples,
      frameCount: sizes.length,
      primingSamples: primingSamplesOf(stream.info),
      paddingSamples: paddingSamplesOf(stream.info),
      isConstant,
      sizes: sizes.finish(),
      marks: marks.finish(),
      runs: runs.finish(),
    }
  }
}
