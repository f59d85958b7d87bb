import type { AcousticModel } from '../acoustics/acoustic-model.ts'
import { scoreSenones } from '../acoustics/senone-scores.ts'
import type { FrameScores } from '../search/best-path.ts'
import { blockFrames } from './ear.ts'
import type { Ear, HeardBlock } from './ear.ts'
import { loudnessSteps } from './loudness-meter.ts'

/** Frames, half open, counted from the start of the recording. */
export interface Frames {
  readonly from: number
  readonly to: number
}

/** A recording as the model hears it, as much of it as is needed at a time. */
export interface HeardSoFar {
  /**
   * The scores of some senones over these frames, less the background. The sound may end before them. Good until
   * the next are asked for: they take the same room.
   */
  score(senones: Int32Array, frames: Frames): Promise<FrameScores>
  /** Four for each frame. */
  loudness(frames: Frames): Promise<Float32Array>
  /** What is before this frame will not be asked for again. */
  forgetBefore(frame: number): void
}

export function createHeardSoFar(
  model: AcousticModel,
  ear: Ear,
  { frames: all }: { frames: number },
): HeardSoFar {
  const blocks = new Map<number, Promise<HeardBlock>>()
  const lastBlock = Math.floor((all - 1) / blockFrames)
  /** A window that is searched reaches over three; each takes megabytes. */
  const mostBlocks = ear.lanes + 3
  let room = new Float32Array()

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

  async function parts(frames: Frames) {
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
      const count = stretches.reduce((sum, { from, to }) => sum + to - from, 0)
      const width = senones.length
      if (room.length < count * width) room = new Float32Array(count * width)
      const ofSenones = room.subarray(0, count * width)
      const ofSilence = new Float32Array(count * 3)
      let row = 0
      for (const { block: heard, from, to } of stretches) {
        const into = ofSenones.subarray(row * width, (row + to - from) * width)
        scoreSenones(model, heard.nearest, { senones, from, to, into })
        for (let frame = from; frame < to; frame++) {
          const background = heard.background[frame]!
          const begin = (frame - from) * width
          for (let place = begin; place < begin + width; place++) into[place]! -= background
        }
        ofSilence.set(heard.silence.subarray(3 * from, 3 * to), 3 * row)
        row += to - from
      }
      return { frames: count, ofSenones, ofSilence }
    },
    async loudness(frames) {
      const stretches = await parts(frames)
      const values = stretches.map(({ block: heard, from, to }) =>
        heard.loudness.subarray(from * loudnessSteps, to * loudnessSteps),
      )
      const joined = new Float32Array(values.reduce((sum, { length }) => sum + length, 0))
      let at = 0
      for (const each of values) {
        joined.set(each, at)
        at += each.length
      }
      return joined
    },
    forgetBefore(frame) {
      for (const number of blocks.keys()) {
        if ((number + 1) * blockFrames <= frame) blocks.delete(number)
      }
    },
  }
}
