import type { RecordingDecoder } from '#audio/decoding/recording-decoder.ts'
import { featureVectors } from '../acoustic-features/delta-features.ts'
import { extractFeatures } from '../acoustic-features/extract-features.ts'
import type { CepstralFrames } from '../acoustic-features/extract-features.ts'
import { framesPerSecond } from '../acoustic-features/frames.ts'
import { loudnessStepsPerFrame } from '../acoustic-features/loudness-meter.ts'
import { cepstrumSize } from '../acoustic-features/mel-cepstra.ts'
import type { AcousticModel } from '../acoustic-model/acoustic-model.ts'
import { createNearestGaussians } from '../acoustic-model/nearest-gaussians.ts'
import type { NearestGaussians } from '../acoustic-model/nearest-gaussians.ts'
import { scorePhoneLoop } from '../acoustic-model/phone-loop.ts'
import { scoreSenones } from '../acoustic-model/senone-scores.ts'
import { silenceScores } from '../voice-activity/energy-vad.ts'

/** Audio is scored in independent blocks, so that several can be scored in parallel, and in any order. */
export const blockFrames = 30 * framesPerSecond

/** The acoustic scores of a block of audio. Plain arrays, transferable between workers. */
export interface ScoredBlock {
  /** `blockFrames`; fewer at the end of the recording, 0 after it. */
  readonly frames: number
  readonly nearest: NearestGaussians
  /** Log likelihood of each frame in the phone loop: the denominator of all likelihood ratios. */
  readonly phoneLoop: Float32Array
  /** Log-likelihood ratio of each state of silence against the phone loop: three per frame. */
  readonly silence: Float32Array
  /** Mean squares, four per frame: see `LoudnessMeter`. */
  readonly loudness: Float32Array
}

export interface AcousticScorer {
  /** How many blocks it scores at once. */
  readonly concurrency: number
  /** Block `n` starts at frame `n * blockFrames`. Rejects if the audio cannot be decoded. */
  scoreBlock(block: number): Promise<ScoredBlock>
}

/** Audio on both sides of a block for its cepstral mean, and for the deltas at its edges. */
const margin = 5 * framesPerSecond

export function createAcousticScorer(
  model: AcousticModel,
  decoder: RecordingDecoder,
): AcousticScorer {
  const findNearest = createNearestGaussians(model)
  let last: Promise<unknown> = Promise.resolve()

  async function score(block: number): Promise<ScoredBlock> {
    const first = Math.max(0, block * blockFrames - margin)
    const count = (block + 1) * blockFrames + margin - first
    const features = await extractFeatures(decoder, { first, frames: count })
    const from = block * blockFrames - first
    const to = Math.max(from, Math.min(features.frames, from + blockFrames))
    const mean = cepstralMean(features)
    const loudness = features.loudness.slice(
      from * loudnessStepsPerFrame,
      to * loudnessStepsPerFrame,
    )
    const nearest = findNearest(featureVectors(features.cepstra, { from, to, mean }))
    return {
      frames: to - from,
      nearest,
      ...scorePhoneLoopAndSilence(model, nearest, silenceScores(loudness)),
      loudness,
    }
  }

  return {
    concurrency: 1,
    scoreBlock(block) {
      // A decoder serves one request at a time.
      const work = last.then(() => score(block))
      last = work.catch(() => undefined)
      return work
    },
  }
}

/** Frames below this share of the loudest are left out of the mean: digital silence would pull it far away. */
const silenceFloor = 1e-7

/** Cepstral mean: the contribution of microphone and room to every frame. */
function cepstralMean({ cepstra, loudness, frames }: CepstralFrames): Float64Array {
  const levels = Float64Array.from(
    { length: frames },
    (_, frame) => loudness[frame * loudnessStepsPerFrame]!,
  )
  const loudest = levels.reduce((most, level) => Math.max(most, level), 0)
  const mean = new Float64Array(cepstrumSize)
  let count = 0
  for (let frame = 0; frame < frames; frame++) {
    if (levels[frame]! < loudest * silenceFloor) continue
    count++
    for (let k = 0; k < cepstrumSize; k++) mean[k]! += cepstra[frame * cepstrumSize + k]!
  }
  return mean.map((sum) => sum / Math.max(1, count))
}

function scorePhoneLoopAndSilence(
  model: AcousticModel,
  nearest: NearestGaussians,
  silenceByEnergy: Float32Array,
): Pick<ScoredBlock, 'phoneLoop' | 'silence'> {
  const { phones, silence: silencePhone } = model.triphones
  const monophones = Int32Array.from({ length: 3 * phones.length }, (_, senone) => senone)
  const scores = scoreSenones(model, nearest, {
    senones: monophones,
    from: 0,
    to: nearest.frames,
  })
  const phoneLoop = scorePhoneLoop(model, scores)
  const silence = new Float32Array(3 * nearest.frames)
  for (let frame = 0; frame < nearest.frames; frame++) {
    const row = frame * monophones.length + 3 * silencePhone
    for (let state = 0; state < 3; state++) {
      const byModel = scores[row + state]! - phoneLoop[frame]!
      silence[3 * frame + state] = Math.max(byModel, silenceByEnergy[frame]!)
    }
  }
  return { phoneLoop, silence }
}
