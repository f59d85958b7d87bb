import { partitionPoint, upperBound } from '#arrays/binary-search.ts'
import type { FramedFormat } from './frame-header.ts'

/**
 * Where each frame of a recording lies, and so which byte is which time, exactly. Plain data: it crosses
 * from worker to page and is kept. Two bytes a frame; ten hours are 2.8 MB.
 */
export interface FrameIndex {
  readonly format: FramedFormat['id']
  /** FrameHeader.kind, headerLength and channels of all frames. */
  readonly kind: number
  readonly headerLength: number
  readonly channels: number
  /** Hertz. */
  readonly sampleRate: number
  readonly samplesPerFrame: number
  readonly frameCount: number
  /** Samples at the start and at the end that the encoder and the decoder add, and players leave out. */
  readonly primingSamples: number
  readonly paddingSamples: number
  /** All frames have one bit rate: so browsers seek right by themselves. */
  readonly isConstant: boolean
  /** Bytes of each frame, header and all. */
  readonly sizes: Uint16Array<ArrayBuffer>
  /** Byte of each frame whose number is a multiple of `framesOfMark`. */
  readonly marks: Float64Array<ArrayBuffer>
  /** Stretches without a gap, in order: the first frame of each, then its byte. */
  readonly runs: Float64Array<ArrayBuffer>
}

export const framesPerMark = 64

/** Seconds, of what players play. */
export function durationOfFrames(index: FrameIndex): number {
  const samples = index.frameCount * index.samplesPerFrame
  return Math.max(0, samples - index.primingSamples - index.paddingSamples) / index.sampleRate
}

/** Byte at which a frame begins; for `frameCount`, where the last one ends. Throws where there is none. */
export function byteAt(index: FrameIndex, frame: number): number {
  if (!(frame >= 0 && frame <= index.frameCount) || index.frameCount === 0) {
    throw new RangeError(`byteAt: there is no frame ${frame} of ${index.frameCount}`)
  }
  if (frame === index.frameCount) return byteAt(index, frame - 1) + index.sizes[frame - 1]!
  return byteFrom(index, frame, runOf(index, 0, frame))
}

/** The frame that sounds at this time, seconds; the nearest one outside of the recording. */
export function frameAtTime(index: FrameIndex, time: number): number {
  // A time that was made of a frame is that frame, whatever was lost in dividing.
  const sample = Math.round(time * index.sampleRate * 256) / 256 + index.primingSamples
  return within(Math.floor(sample / index.samplesPerFrame), index)
}

/** Seconds; negative for what players leave out at the start. */
export function timeOfFrame(index: FrameIndex, frame: number): number {
  return (frame * index.samplesPerFrame - index.primingSamples) / index.sampleRate
}

/** The frame in which a byte lies, or the next one when it lies in none; the last one at the end. */
export function frameAtByte(index: FrameIndex, byte: number): number {
  const run = runOf(index, 1, byte)
  const begin = index.runs[run * 2]!
  const end = index.runs[run * 2 + 2] ?? index.frameCount
  const firstMark = Math.floor(begin / framesPerMark)
  const marksOfRun = index.marks.subarray(firstMark + 1, Math.ceil(end / framesPerMark))
  const mark = firstMark + upperBound(marksOfRun, byte)
  let frame = Math.max(begin, mark * framesPerMark)
  let at = byteFrom(index, frame, run)
  for (; frame < end && at + index.sizes[frame]! <= byte; frame++) at += index.sizes[frame]!
  return within(frame, index)
}

/** Seconds, of the beginning of the frame in which a byte lies. */
export const timeOfByte = (index: FrameIndex, byte: number) =>
  timeOfFrame(index, frameAtByte(index, byte))

/** The index of a part of the recording: the frames from `first` up to `end`, at least one of them. */
export function sliceFrameIndex(index: FrameIndex, first: number, end: number): FrameIndex {
  const { samplesPerFrame } = index
  const runs = [...runsOf(index)].filter((run) => run.end > first && run.first < end)
  const frameCount = end - first
  const left = (frames: number, skipped: number) => Math.max(0, skipped - frames * samplesPerFrame)
  return {
    ...index,
    frameCount,
    primingSamples: left(first, index.primingSamples),
    paddingSamples: left(index.frameCount - end, index.paddingSamples),
    sizes: index.sizes.slice(first, end),
    marks: Float64Array.from({ length: Math.ceil(frameCount / framesPerMark) }, (_, mark) =>
      byteAt(index, first + mark * framesPerMark),
    ),
    runs: Float64Array.from(
      runs.flatMap((run) => {
        const begin = Math.max(first, run.first)
        return [begin - first, byteAt(index, begin)]
      }),
    ),
  }
}

/** Stretches without a gap: the frames from `first` up to `end`, from `byte` on. */
export function* runsOf(index: FrameIndex) {
  for (let at = 0; at < index.runs.length; at += 2) {
    const end = index.runs[at + 2] ?? index.frameCount
    yield { first: index.runs[at]!, end, byte: index.runs[at + 1]! }
  }
}

const within = (frame: number, { frameCount }: FrameIndex) =>
  Math.max(0, Math.min(frameCount - 1, frame))

/** The last run whose frame (field 0) or byte (field 1) is not after `value`; the first one before all. */
function runOf({ runs }: FrameIndex, field: 0 | 1, value: number): number {
  const count = partitionPoint(runs.length / 2, (run) => runs[run * 2 + field]! > value)
  return Math.max(0, count - 1)
}

function byteFrom({ runs, marks, sizes }: FrameIndex, frame: number, run: number): number {
  const mark = Math.floor(frame / framesPerMark)
  const begin = runs[run * 2]!
  const isRunNearer = begin > mark * framesPerMark
  let byte = isRunNearer ? runs[run * 2 + 1]! : marks[mark]!
  for (let at = isRunNearer ? begin : mark * framesPerMark; at < frame; at++) byte += sizes[at]!
  return byte
}
