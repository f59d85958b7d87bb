import { concatenateFloats } from '#arrays/concatenate.ts'
import type { RecordingDecoder, AudioRange } from '#audio/decoding/recording-decoder.ts'
import { createGaplessMono } from '#audio/decoding/gapless-mono.ts'
import { createResampler } from '#audio/resample.ts'
import type { Resampler } from '#audio/resample.ts'
import { nextChunk, longestChunk } from './next-chunk.ts'
import { framesPerSecond } from '../acoustic-features/frames.ts'
import { frameLoudness, quietRanges } from './loudness.ts'
import { recogniserSampleRate } from './recogniser.ts'

/** Audio for the recogniser: a sentence or two. */
export interface SpeechChunk {
  /** Seconds into the recording. */
  readonly start: number
  readonly end: number
  /** Mono, 16 kHz. */
  readonly samples: Float32Array
  /** Pauses inside of at least 0.2 s: seconds into the recording. */
  readonly pauses: readonly { readonly start: number; readonly end: number }[]
}

/** Seconds decoded at a time: two chunks. */
const portion = 30
/** Silence is this many decibels below the 95th percentile of the frame levels, */
const belowSpeech = 38
/** or below this level of full scale. */
const inaudible = -66
/** Decay of the speech level, decibels per chunk, for silence and for quieter speakers. */
const speechLevelDecay = 2
const shortestPause = 0.2

/**
 * A recording from `from` seconds on, in chunks of at most 14 s, cut in pauses, else where it is quietest. Silence is
 * left out; music and noise are kept, since they may contain speech. Holds at most a minute of audio.
 * Rejects with an Error whose message completes "The sound cannot be decoded:".
 */
export async function* chunksOf({
  sound,
  duration,
  from = 0,
}: {
  sound: RecordingDecoder
  duration: number
  from?: number
}): AsyncGenerator<SpeechChunk> {
  let held = new Float32Array()
  let speech = -Infinity
  /** Seconds into the recording: the first sample held, and the next one to decode. */
  let start = from
  let decodedUntil = from
  while (true) {
    while (held.length < (longestChunk + 1) * recogniserSampleRate && decodedUntil < duration) {
      const range = { start: decodedUntil, end: Math.min(duration, decodedUntil + portion) }
      const decoded = await decodeMono(sound, range)
      decodedUntil = range.end
      // A hole in the audio counts as silence.
      const missing = decodedUntil < duration ? lengthOf(range) - decoded.length : 0
      held = concatenateFloats([held, decoded, new Float32Array(missing)])
    }
    if (held.length === 0) return
    const loudness = frameLoudness(held)
    speech = Math.max(speechLevelOf(loudness), speech - speechLevelDecay)
    const silent = Math.max(inaudible, speech - belowSpeech)
    const isWhole = decodedUntil >= duration
    const { chunk, next } = nextChunk(loudness, { silent, isWhole })
    const isLast = isWhole && next >= loudness.length
    const seconds = (frame: number) => start + frame / framesPerSecond
    if (chunk) {
      const samples = held.slice(sampleAt(chunk.from), isLast ? held.length : sampleAt(chunk.to))
      const quiet = quietRanges(loudness.subarray(chunk.from, chunk.to), {
        below: silent,
        least: shortestPause * framesPerSecond,
      })
      yield {
        start: seconds(chunk.from),
        end: seconds(chunk.to),
        samples,
        pauses: quiet.map(({ from, to }) => ({
          start: seconds(chunk.from + from),
          end: seconds(chunk.from + to),
        })),
      }
    }
    if (isLast) return
    held = held.slice(sampleAt(next))
    start = seconds(next)
  }
}

const sampleAt = (frame: number) => (frame * recogniserSampleRate) / framesPerSecond

/** The 95th percentile. */
const speechLevelOf = (loudness: Float32Array) =>
  loudness.slice().sort()[Math.floor(loudness.length * 0.95)] ?? -Infinity

/** Mono audio at the recogniser's rate, of exactly this range; shorter if the audio ends first. */
async function decodeMono(sound: RecordingDecoder, range: AudioRange) {
  const parts: Float32Array[] = []
  let resampler: Resampler | null = null
  const take = createGaplessMono(range, (samples, sampleRate) => {
    resampler ??= createResampler({ from: sampleRate, to: recogniserSampleRate })
    parts.push(resampler.push(samples))
  })
  await sound.decode(range, take)
  if (resampler) parts.push((resampler as Resampler).finish())
  return concatenateFloats(parts).subarray(0, lengthOf(range))
}

const lengthOf = ({ start, end }: AudioRange) => Math.round((end - start) * recogniserSampleRate)
