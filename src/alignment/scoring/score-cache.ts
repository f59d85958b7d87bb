import { concatenateFloats } from '#arrays/concatenate.ts'
import type { AcousticModel } from '../acoustic-model/acoustic-model.ts'
import { scoreSenones } from '../acoustic-model/senone-scores.ts'
import type { FrameScores, ScoreRows } from '../decoding/viterbi.ts'
import { blockFrames } from './acoustic-scorer.ts'
import type { Ear, HeardBlock } from './acoustic-scorer.ts'
import { loudnessSteps } from '../acoustic-features/loudness-meter.ts'

/** Frames, half open, counted from the start of the recording. */
export interface Frames {
  readonly from: number
  readonly to: number
}

/** A recording as the model hears it, as much of it as is needed at a time. */
export interface HeardSoFar {
  /** The scores of some senones over these frames, less the background. The sound may end before them. */
  score(senones: Int32Array, frames: Frames): Promise<FrameScores>
  /** Four for each frame. */
  loudness(frames: Frames): Promise<Float32Array>
  /** What is before this frame will not be asked for again. */
  forgetBefore(frame: number): void
}

/** Frames of one block, counted from its first. */
interface BlockPart extends Frames {
  readonly block: HeardBlock
}

export function createHeardSoFar(
  model: AcousticModel,
  ear: Ear,
  { frames: all }: { frames: number },
): HeardSoFar {
  const blocks = new Map<number, Promise<HeardBlock>>()
  const lastBlock = Math.floor((all - 1) / blockFrames)
  /** A window that is searched reaches over three to five; each takes megabytes. */
  const mostBlocks = ear.lanes + 3

  function block(number: number): Promise<HeardBlock> {
    const known = blocks.get(number)
    if (known) return known
    const heard = ear.hear(number)
    // Who asks for it hears of its failure.
    heard.catch(() => undefined)
    blocks.set(number, heard)
    return heard
  }

  /** While these blocks are searched, others hear those that come next. */
  function hearAhead(last: number) {
    const end = Math.min(lastBlock, last + ear.lanes)
    for (let next = last + 1; next <= end && blocks.size < mostBlocks; next++) void block(next)
  }

  async function parts(frames: Frames): Promise<BlockPart[]> {
    const first = Math.floor(frames.from / blockFrames)
    const last = Math.min(lastBlock, Math.floor((frames.to - 1) / blockFrames))
    const numbers = Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at)
    const wanted = Promise.all(numbers.map(block))
    if (ear.lanes > 1) hearAhead(last)
    const heard = await wanted
    return heard.flatMap((each, at) => {
      const begin = numbers[at]! * blockFrames
      const from = Math.max(0, frames.from - begin)
      const to = Math.min(each.frames, frames.to - begin)
      return to > from ? [{ block: each, from, to }] : []
    })
  }

  return {
    async score(senones, frames) {
      const stretches = await parts(frames)
      return {
        frames: stretches.reduce((sum, { from, to }) => sum + to - from, 0),
        read: (from, to) => readRows(model, senones, cut(stretches, from, to)),
      }
    },
    async loudness(frames) {
      const stretches = await parts(frames)
      return whole(
        stretches.map(({ block: heard, from, to }) =>
          heard.loudness.subarray(from * loudnessSteps, to * loudnessSteps),
        ),
      )
    },
    forgetBefore(frame) {
      for (const number of blocks.keys()) {
        if ((number + 1) * blockFrames <= frame) blocks.delete(number)
      }
    },
  }
}

/** The parts of these frames, counted from the first of the parts. */
function cut(parts: readonly BlockPart[], from: number, to: number): BlockPart[] {
  let before = 0
  return parts.flatMap((part) => {
    const begin = before
    before += part.to - part.from
    const first = Math.max(from, begin)
    const last = Math.min(to, before)
    return last > first
      ? [{ block: part.block, from: part.from + first - begin, to: part.from + last - begin }]
      : []
  })
}

function readRows(
  model: AcousticModel,
  senones: Int32Array,
  parts: readonly BlockPart[],
): ScoreRows {
  return {
    ofSenones: whole(parts.map((part) => aboveBackground(model, senones, part))),
    ofSilence: whole(parts.map(({ block, from, to }) => block.silence.subarray(3 * from, 3 * to))),
  }
}

function aboveBackground(
  model: AcousticModel,
  senones: Int32Array,
  { block, from, to }: BlockPart,
): Float32Array {
  const scores = scoreSenones(model, block.nearest, { senones, from, to })
  for (let frame = from; frame < to; frame++) {
    const row = (frame - from) * senones.length
    const background = block.background[frame]!
    for (let place = 0; place < senones.length; place++) scores[row + place]! -= background
  }
  return scores
}

/** Without a copy where one block holds all. */
const whole = (parts: readonly Float32Array[]) =>
  parts.length === 1 ? parts[0]! : concatenateFloats(parts)
