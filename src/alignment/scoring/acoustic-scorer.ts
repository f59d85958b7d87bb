import type { SoundDecoder } from '#audio/decoding/sound-decoder.ts'
import type { AcousticModel } from '../acoustic-model/acoustic-model.ts'
import { createNearestGaussians } from '../acoustic-model/nearest-gaussians.ts'
import type { NearestGaussians } from '../acoustic-model/nearest-gaussians.ts'
import { bestPhones } from '../acoustic-model/phone-loop.ts'
import { scoreSenones } from '../acoustic-model/senone-scores.ts'
import { features } from '../acoustic-features/delta-features.ts'
import { quietnessOf } from '../voice-activity/energy-vad.ts'
import { hear } from '../acoustic-features/extract-features.ts'
import { loudnessSteps } from '../acoustic-features/loudness-meter.ts'
import type { Heard } from '../acoustic-features/extract-features.ts'
import { cepstra, framesPerSecond } from '../acoustic-features/mel-cepstra.ts'

/** Sound is heard in blocks, each by itself, so that several can be heard at once, and again another day. */
export const blockFrames = 30 * framesPerSecond

/** What the model makes of a block of sound. Plain numbers that cross from a worker without a copy. */
export interface HeardBlock {
  /** `blockFrames`, fewer at the end of the recording, 0 after it. */
  readonly frames: number
  readonly nearest: NearestGaussians
  /** How well the best row of phones explains each frame: what words are measured against. */
  readonly background: Float32Array
  /** Three for each frame: how well each state of silence explains it. */
  readonly silence: Float32Array
  /** Four for each frame, mean squares. */
  readonly loudness: Float32Array
}

export interface Ear {
  /** How many blocks are worth asking for at once. */
  readonly lanes: number
  /** Block `n` begins at frame `n * blockFrames`. Rejects where the sound cannot be decoded. */
  hear(block: number): Promise<HeardBlock>
}

/** Sound on both sides of a block that the mean and the changes at its rims are taken from. */
const margin = 5 * framesPerSecond

export function createEar(model: AcousticModel, decoder: SoundDecoder): Ear {
  const findNearest = createNearestGaussians(model)
  let last: Promise<unknown> = Promise.resolve()

  async function hearBlock(block: number): Promise<HeardBlock> {
    const first = Math.max(0, block * blockFrames - margin)
    const heard = await hear(decoder, { first, frames: (block + 1) * blockFrames + margin - first })
    const from = block * blockFrames - first
    const to = Math.max(from, Math.min(heard.frames, from + blockFrames))
    const mean = meanOfSound(heard)
    const loudness = heard.loudness.slice(from * loudnessSteps, to * loudnessSteps)
    const nearest = findNearest(features(heard.cepstra, { from, to, mean }))
    return {
      frames: to - from,
      nearest,
      ...scoreBackground(model, nearest, quietnessOf(loudness)),
      loudness,
    }
  }

  return {
    lanes: 1,
    hear(block) {
      // A decoder does one thing after the other.
      const work = last.then(() => hearBlock(block))
      last = work.catch(() => undefined)
      return work
    },
  }
}

/** Below this share of the loudest, a frame is no sound: digital silence would pull the mean far away. */
const quietest = 1e-7

/** The mean of the cepstra is what microphone and room do to all of them. */
function meanOfSound({ cepstra: described, loudness, frames }: Heard): Float64Array {
  const levels = Float64Array.from(
    { length: frames },
    (_, frame) => loudness[frame * loudnessSteps]!,
  )
  const loudest = levels.reduce((most, level) => Math.max(most, level), 0)
  const mean = new Float64Array(cepstra)
  let count = 0
  for (let frame = 0; frame < frames; frame++) {
    if (levels[frame]! < loudest * quietest) continue
    count++
    for (let k = 0; k < cepstra; k++) mean[k]! += described[frame * cepstra + k]!
  }
  return mean.map((sum) => sum / Math.max(1, count))
}

function scoreBackground(
  model: AcousticModel,
  nearest: NearestGaussians,
  quietness: Float32Array,
): Pick<HeardBlock, 'background' | 'silence'> {
  const { phones, silence: silencePhone } = model.triphones
  const lone = Int32Array.from({ length: 3 * phones.length }, (_, senone) => senone)
  const scores = scoreSenones(model, nearest, { senones: lone, from: 0, to: nearest.frames })
  const background = bestPhones(model, scores)
  const silence = new Float32Array(3 * nearest.frames)
  for (let frame = 0; frame < nearest.frames; frame++) {
    const row = frame * lone.length + 3 * silencePhone
    for (let state = 0; state < 3; state++) {
      const asModelled = scores[row + state]! - background[frame]!
      silence[3 * frame + state] = Math.max(asModelled, quietness[frame]!)
    }
  }
  return { background, silence }
}
