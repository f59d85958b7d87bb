import { concatenateFloats } from '#arrays/concatenate.ts'
import type { RecordingDecoder, AudioRange } from '#audio/decoding/recording-decoder.ts'
import { createGaplessMono } from '#audio/decoding/gapless-mono.ts'
import { createResampler } from '#audio/resample.ts'
import type { Resampler } from '#audio/resample.ts'
import { framesPerSecond } from './frames.ts'
import { createLoudnessMeter, loudnessStepsPerFrame } from './loudness-meter.ts'
import type { LoudnessMeter } from './loudness-meter.ts'
import {
  cepstrumSize,
  createCepstrumExtractor,
  frameLength,
  frameShift,
  modelSampleRate,
} from './mel-cepstra.ts'

/** Cepstra and loudness of consecutive frames. */
export interface CepstralFrames {
  /** Number of the first frame; frame `n` starts at `n / 100` seconds. */
  readonly first: number
  readonly frames: number
  /** 13 per frame. */
  readonly cepstra: Float32Array
  /** Mean squares, four per frame: see `LoudnessMeter`. */
  readonly loudness: Float32Array
}

/**
 * Extracts frames `first` to `first + frames` of a recording; fewer if the audio ends first. Decoded audio is not
 * kept. Rejects if it cannot be decoded.
 */
export async function extractFeatures(
  decoder: RecordingDecoder,
  { first, frames }: { first: number; frames: number },
): Promise<CepstralFrames> {
  // Noise removal adapts over the second before.
  const lead = Math.min(first, framesPerSecond)
  const extractor = createExtractor({ first: first - lead, frames: frames + lead })
  const range: AudioRange = {
    start: (first - lead) / framesPerSecond,
    end: (first + frames) / framesPerSecond + 0.1,
  }
  await decoder.decode(range, createGaplessMono(range, extractor.take))
  return withoutLead(extractor.finish(), lead)
}

function withoutLead(all: CepstralFrames, lead: number): CepstralFrames {
  const frames = Math.max(0, all.frames - lead)
  return {
    first: all.first + lead,
    frames,
    cepstra: all.cepstra.slice(lead * cepstrumSize, (lead + frames) * cepstrumSize),
    loudness: all.loudness.slice(
      lead * loudnessStepsPerFrame,
      (lead + frames) * loudnessStepsPerFrame,
    ),
  }
}

function createExtractor({ first, frames }: { first: number; frames: number }) {
  const extractor = createCepstrumExtractor()
  let meter: LoudnessMeter | null = null
  const cepstra = new Float32Array(frames * cepstrumSize)
  const loudness = new Float32Array(frames * loudnessStepsPerFrame)
  /** The sample before the next frame, and the samples of that frame so far. */
  let pending = new Float32Array(1)
  let count = 0
  let resampler: Resampler | null = null

  function push(samples: Float32Array) {
    const all = concatenateFloats([pending, samples])
    let at = 0
    while (count < frames && at + frameLength < all.length) {
      extractor.extract(
        all.subarray(at, at + frameLength + 1),
        cepstra.subarray(count * cepstrumSize),
      )
      count++
      at += frameShift
    }
    pending = all.slice(at)
  }

  return {
    take(samples: Float32Array, sampleRate: number) {
      resampler ??= createResampler({ from: sampleRate, to: modelSampleRate })
      meter ??= createLoudnessMeter({ sampleRate, into: loudness })
      meter(samples)
      push(resampler.push(samples))
    },
    finish(): CepstralFrames {
      if (resampler) push(resampler.finish())
      // Completes the last frames with silence.
      push(new Float32Array(frameLength))
      return {
        first,
        frames: count,
        cepstra: cepstra.slice(0, count * cepstrumSize),
        loudness: loudness.slice(0, count * loudnessStepsPerFrame),
      }
    },
  }
}
