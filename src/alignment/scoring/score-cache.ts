import { concatenateFloats } from '#arrays/concatenate.ts'
import type { FrameRange } from '../acoustic-features/frames.ts'
import { loudnessStepsPerFrame } from '../acoustic-features/loudness-meter.ts'
import type { AcousticModel } from '../acoustic-model/acoustic-model.ts'
import { scoreSenones } from '../acoustic-model/senone-scores.ts'
import type { FrameScores, ScoreRows } from '../decoding/viterbi.ts'
import { blockFrames } from './acoustic-scorer.ts'
import type { AcousticScorer, ScoredBlock } from './acoustic-scorer.ts'

/** The acoustic scores of a recording; holds a few blocks at a time. */
export interface ScoreCache {
  /** Log-likelihood ratios of some senones against the phone loop. Has fewer frames if the audio ends first. */
  score(senones: Int32Array, frames: FrameRange): Promise<FrameScores>
  /** Mean squares, four per frame: see `LoudnessMeter`. */
  loudness(frames: FrameRange): Promise<Float32Array>
  /** Drops the blocks that end before this frame. */
  evictBefore(frame: number): void
}

/** Frames of one block, counted from its first. */
interface BlockPart extends FrameRange {
  readonly block: ScoredBlock
}

export function createScoreCache(
  model: AcousticModel,
  scorer: AcousticScorer,
  { frames: frameCount }: { frames: number },
): ScoreCache {
  const blocks = new Map<number, Promise<ScoredBlock>>()
  const lastBlock = Math.floor((frameCount - 1) / blockFrames)
  /** A window spans three to five blocks of several megabytes each. */
  const maxBlocks = scorer.concurrency + 3

  function load(number: number): Promise<ScoredBlock> {
    const known = blocks.get(number)
    if (known) return known
    const scored = scorer.scoreBlock(number)
    // Callers handle the rejection; this avoids an unhandled-rejection warning for prefetched blocks.
    scored.catch(() => undefined)
    blocks.set(number, scored)
    return scored
  }

  /** Scores the next blocks in parallel with the decoding of the current ones. */
  function prefetch(last: number) {
    const end = Math.min(lastBlock, last + scorer.concurrency)
    for (let next = last + 1; next <= end && blocks.size < maxBlocks; next++) void load(next)
  }

  async function partsOf(frames: FrameRange): Promise<BlockPart[]> {
    const first = Math.floor(frames.from / blockFrames)
    const last = Math.min(lastBlock, Math.floor((frames.to - 1) / blockFrames))
    const numbers = Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at)
    const loading = Promise.all(numbers.map(load))
    if (scorer.concurrency > 1) prefetch(last)
    const loaded = await loading
    return loaded.flatMap((block, at) => {
      const start = numbers[at]! * blockFrames
      const from = Math.max(0, frames.from - start)
      const to = Math.min(block.frames, frames.to - start)
      return to > from ? [{ block, from, to }] : []
    })
  }

  return {
    async score(senones, frames) {
      const parts = await partsOf(frames)
      return {
        frames: parts.reduce((sum, { from, to }) => sum + to - from, 0),
        read: (from, to) => readRows(model, senones, cut(parts, from, to)),
      }
    },
    async loudness(frames) {
      const parts = await partsOf(frames)
      return concatenated(
        parts.map(({ block, from, to }) =>
          block.loudness.subarray(from * loudnessStepsPerFrame, to * loudnessStepsPerFrame),
        ),
      )
    },
    evictBefore(frame) {
      for (const number of blocks.keys()) {
        if ((number + 1) * blockFrames <= frame) blocks.delete(number)
      }
    },
  }
}

/** The parts of a frame range that counts from the first frame of the first part. */
function cut(parts: readonly BlockPart[], from: number, to: number): BlockPart[] {
  let before = 0
  return parts.flatMap((part) => {
    const start = before
    before += part.to - part.from
    const first = Math.max(from, start)
    const last = Math.min(to, before)
    return last > first
      ? [{ block: part.block, from: part.from + first - start, to: part.from + last - start }]
      : []
  })
}

function readRows(
  model: AcousticModel,
  senones: Int32Array,
  parts: readonly BlockPart[],
): ScoreRows {
  return {
    senones: concatenated(parts.map((part) => likelihoodRatios(model, senones, part))),
    silence: concatenated(
      parts.map(({ block, from, to }) => block.silence.subarray(3 * from, 3 * to)),
    ),
  }
}

function likelihoodRatios(
  model: AcousticModel,
  senones: Int32Array,
  { block, from, to }: BlockPart,
): Float32Array {
  const scores = scoreSenones(model, block.nearest, { senones, from, to })
  for (let frame = from; frame < to; frame++) {
    const row = (frame - from) * senones.length
    const phoneLoop = block.phoneLoop[frame]!
    for (let index = 0; index < senones.length; index++) scores[row + index]! -= phoneLoop
  }
  return scores
}

/** Avoids a copy if one block holds all. */
const concatenated = (parts: readonly Float32Array[]) =>
  parts.length === 1 ? parts[0]! : concatenateFloats(parts)
