import { concatenateFloats } from '#arrays/concatenate.ts'
import type { SoundDecoder, Stretch } from '#audio/decoding/sound-decoder.ts'
import { createUnbroken } from '#audio/decoding/unbroken.ts'
import { createResampler } from '#audio/resample.ts'
import type { Resampler } from '#audio/resample.ts'
import { createLoudnessMeter, loudnessSteps } from './loudness-meter.ts'
import type { LoudnessMeter } from './loudness-meter.ts'
import {
  cepstra,
  createCepstrumMaker,
  frameLength,
  framesPerSecond,
  frameStep,
  heardRate,
} from './mel-cepstra.ts'

/** What was heard in a stretch of sound, in frames of a hundredth of a second. */
export interface Heard {
  /** Number of the first frame; frame `n` begins at `n / 100` seconds. */
  readonly first: number
  readonly frames: number
  /** 13 for each frame. */
  readonly cepstra: Float32Array
  /** See `LoudnessMeter`; four for each frame. */
  readonly loudness: Float32Array
}

/**
 * Hears frames `first` to `first + frames` of a recording; fewer where the sound ends before. What is decoded
 * is dropped at once.
 */
export async function hear(
  decoder: SoundDecoder,
  { first, frames }: { first: number; frames: number },
): Promise<Heard> {
  // Noise removal needs to have heard what is before.
  const lead = Math.min(first, framesPerSecond)
  const ear = createEar({ first: first - lead, frames: frames + lead })
  const stretch: Stretch = {
    start: (first - lead) / framesPerSecond,
    end: (first + frames) / framesPerSecond + 0.1,
  }
  await decoder.decode(stretch, createUnbroken(stretch, ear.take))
  return withoutLead(ear.finish(), lead)
}

function withoutLead(heard: Heard, lead: number): Heard {
  const frames = Math.max(0, heard.frames - lead)
  return {
    first: heard.first + lead,
    frames,
    cepstra: heard.cepstra.slice(lead * cepstra, (lead + frames) * cepstra),
    loudness: heard.loudness.slice(lead * loudnessSteps, (lead + frames) * loudnessSteps),
  }
}

function createEar({ first, frames }: { first: number; frames: number }) {
  const maker = createCepstrumMaker()
  let meter: LoudnessMeter | null = null
  const described = new Float32Array(frames * cepstra)
  const loudness = new Float32Array(frames * loudnessSteps)
  /** The sample before the next frame, and what there is of the frame. */
  let window = new Float32Array(1)
  let count = 0
  let resampler: Resampler | null = null

  function listen(samples: Float32Array) {
    const all = concatenateFloats([window, samples])
    let at = 0
    while (count < frames && at + frameLength < all.length) {
      maker.describe(all.subarray(at, at + frameLength + 1), described.subarray(count * cepstra))
      count++
      at += frameStep
    }
    window = all.slice(at)
  }

  return {
    take(samples: Float32Array, sampleRate: number) {
      resampler ??= createResampler({ from: sampleRate, to: heardRate })
      meter ??= createLoudnessMeter({ sampleRate, into: loudness })
      meter(samples)
      listen(resampler.push(samples))
    },
    finish(): Heard {
      if (resampler) listen(resampler.finish())
      // The last frames end in the silence after the sound.
      listen(new Float32Array(frameLength))
      return {
        first,
        frames: count,
        cepstra: described.slice(0, count * cepstra),
        loudness: loudness.slice(0, count * loudnessSteps),
      }
    },
  }
}
