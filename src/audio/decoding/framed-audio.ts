import type { ByteSource } from '../byte-source.ts'
import { confirmFrames, mostBytesToConfirm } from '../frames/confirm-frames.ts'
import { framedFormats } from '../frames/first-frame.ts'
import type { FramedStream } from '../frames/first-frame.ts'
import { byteAt, frameAtTime, timeOfFrame } from '../frames/frame-index.ts'
import type { FrameIndex } from '../frames/frame-index.ts'
import { paddingSamplesOf, primingSamplesOf } from '../frames/info-frame.ts'
import { frameLengthsOf } from '../frames/mp3-header.ts'

/** Frames that follow each other, with nothing between them. */
export interface FrameBlock {
  readonly bytes: Uint8Array
  /** Bytes of each frame. */
  readonly lengths: readonly number[]
}

/**
 * Sound that is nothing but frames, and what is known of where they lie: counted (`index`), or reckoned
 * from the bytes a second, which is right where the rate is constant, and a guess where it is not.
 */
export interface FramedAudio {
  readonly source: ByteSource
  readonly stream: FramedStream
  readonly index: FrameIndex | null
}

/** Seconds of a recording that has not been counted. */
export function estimatedDuration({ stream }: FramedAudio): number {
  const { samples, sampleRate } = stream.header
  const added = primingSamplesOf(stream.info) + paddingSamplesOf(stream.info)
  return Math.max(0, reckonedFrames(stream) * samples - added) / sampleRate
}

/** As many as the encoder notes, where so many frames can have these bytes. */
function reckonedFrames({ info, from, to, header }: FramedStream): number {
  const bytes = to - from
  const noted = info?.frames ?? null
  if (noted === null) return bytes / bytesPerFrame(header)
  const { shortest, longest } = frameLengthsOf(header)
  return Math.max(bytes / longest, Math.min(noted, bytes / shortest))
}

/** Frames are a byte longer or shorter, so that this comes out over time. */
const bytesPerFrame = ({ samples, bitrate, sampleRate }: FramedStream['header']) =>
  (samples * bitrate) / 8 / sampleRate

/** The frame that sounds at this time; below 0 before the first. */
export function frameOfTime({ index, stream }: FramedAudio, time: number): number {
  if (index) return frameAtTime(index, time)
  const { samples, sampleRate } = stream.header
  return Math.floor((time * sampleRate + primingSamplesOf(stream.info)) / samples)
}

/** Seconds, of a frame's first sample. */
export function timeOf({ index, stream }: FramedAudio, frame: number): number {
  if (index) return timeOfFrame(index, frame)
  const { samples, sampleRate } = stream.header
  return (frame * samples - primingSamplesOf(stream.info)) / sampleRate
}

/** The frames from `first` up to `end`, fewer where the recording ends. */
export function readFrames(
  sound: FramedAudio,
  range: { first: number; end: number },
): Promise<FrameBlock> {
  return sound.index
    ? readCounted(sound.source, sound.index, range)
    : readReckoned(sound.source, sound.stream, range)
}

async function readCounted(
  source: ByteSource,
  index: FrameIndex,
  { first, end }: { first: number; end: number },
): Promise<FrameBlock> {
  const last = Math.min(end, index.frameCount)
  if (last <= first) return nothing
  const from = byteAt(index, first)
  const bytes = await source.read(from, byteAt(index, last))
  const lengths = Array.from(index.sizes.subarray(first, last))
  const isWhole = lengths.reduce((sum, length) => sum + length, 0) === bytes.length
  return { bytes: isWhole ? bytes : withoutGaps(bytes, { index, first, last, from }), lengths }
}

/** A file can have dirt between its frames. */
function withoutGaps(
  bytes: Uint8Array,
  { index, first, last, from }: { index: FrameIndex; first: number; last: number; from: number },
): Uint8Array {
  let to = 0
  for (let frame = first; frame < last; frame++) {
    const at = byteAt(index, frame) - from
    const length = index.sizes[frame]!
    bytes.copyWithin(to, at, at + length)
    to += length
  }
  return bytes.subarray(0, to)
}

async function readReckoned(
  source: ByteSource,
  stream: FramedStream,
  { first, end }: { first: number; end: number },
): Promise<FrameBlock> {
  const perFrame = (stream.to - stream.from) / reckonedFrames(stream)
  // A byte before the place, as the reckoned frame may begin a byte early.
  const from = Math.max(stream.from, Math.floor(stream.from + first * perFrame) - 1)
  const to = Math.min(stream.to, from + Math.ceil((end - first) * perFrame) + mostBytesToConfirm)
  const bytes = await source.read(from, to)
  const format = framedFormats[stream.format]
  const isEnd = to === stream.to
  let at = bytes.indexOf(0xff)
  for (; at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const found = confirmFrames(format, bytes, { at, isEnd })
    if (found !== null && found !== 'unknown' && found.kind === stream.header.kind) break
  }
  if (at === -1) return nothing
  const lengths: number[] = []
  let next = at
  while (lengths.length < end - first) {
    const header = format.readHeader(bytes, next)
    if (header?.kind !== stream.header.kind || next + header.length > bytes.length) break
    lengths.push(header.length)
    next += header.length
  }
  return { bytes: bytes.subarray(at, next), lengths }
}

const nothing: FrameBlock = { bytes: new Uint8Array(), lengths: [] }
