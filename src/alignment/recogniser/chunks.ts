import { concatenateFloats } from '#arrays/concatenate.ts'
import type { SoundDecoder, Stretch } from '#audio/decoding/sound-decoder.ts'
import { createUnbroken } from '#audio/decoding/unbroken.ts'
import { createResampler } from '#audio/resample.ts'
import type { Resampler } from '#audio/resample.ts'
import { cutNext, longestChunk } from './next-chunk.ts'
import { framesPerSecond, loudnessOf, quietStretches } from './loudness.ts'
import { recognisedRate } from './recogniser.ts'

/** Sound for the recogniser: a sentence or two. */
export interface Chunk {
  /** Seconds into the recording. */
  readonly start: number
  readonly end: number
  /** 16,000 a second, one channel. */
  readonly samples: Float32Array
  /** Seconds into the recording: silences inside of at least a fifth of a second. */
  readonly pauses: readonly { readonly start: number; readonly end: number }[]
}

/** Decoded at a time, seconds: two chunks. */
const portion = 30
/** Decibels below the loudest twentieth at which sound is plainly no speech, */
const belowSpeech = 38
/** and of full scale: nobody hears it. */
const inaudible = -66
/** How loud speech is, is forgotten by so many decibels a chunk, where all is silent or another speaks. */
const forgotten = 2
const shortestPause = 0.2

/**
 * A recording from `from` seconds on, in chunks of at most 14 s that are cut in pauses, else where it is
 * quietest. Silence is left out; music and noise are not, as there may be speech in them. Holds a minute of sound.
 * Rejects with an Error whose message completes "The sound cannot be decoded:".
 */
export async function* chunksOf({
  sound,
  duration,
  from = 0,
}: {
  sound: SoundDecoder
  duration: number
  from?: number
}): AsyncGenerator<Chunk> {
  let held = new Float32Array()
  let speech = -Infinity
  /** Seconds into the recording, of the first sample held, and of the next one to be decoded. */
  let start = from
  let decodedUntil = from
  while (true) {
    while (held.length < (longestChunk + 1) * recognisedRate && decodedUntil < duration) {
      const stretch = { start: decodedUntil, end: Math.min(duration, decodedUntil + portion) }
      const decoded = await monoSound(sound, stretch)
      decodedUntil = stretch.end
      // The sound may pause here, and go on later.
      const missing = decodedUntil < duration ? lengthOf(stretch) - decoded.length : 0
      held = concatenateFloats([held, decoded, new Float32Array(missing)])
    }
    if (held.length === 0) return
    const loudness = loudnessOf(held)
    speech = Math.max(loudestOf(loudness), speech - forgotten)
    const silent = Math.max(inaudible, speech - belowSpeech)
    const isWhole = decodedUntil >= duration
    const { chunk, next } = cutNext(loudness, { silent, isWhole })
    const isLast = isWhole && next >= loudness.length
    const seconds = (frame: number) => start + frame / framesPerSecond
    if (chunk) {
      const samples = held.slice(sampleAt(chunk.from), isLast ? held.length : sampleAt(chunk.to))
      const quiet = quietStretches(loudness.subarray(chunk.from, chunk.to), {
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

const sampleAt = (frame: number) => (frame * recognisedRate) / framesPerSecond

/** What a twentieth exceeds. */
const loudestOf = (loudness: Float32Array) =>
  loudness.slice().sort()[Math.floor(loudness.length * 0.95)] ?? -Infinity

/** One channel, at the recogniser's rate, of exactly this stretch, or up to where the sound ends. */
async function monoSound(sound: SoundDecoder, stretch: Stretch) {
  const parts: Float32Array[] = []
  let resampler: Resampler | null = null
  const take = createUnbroken(stretch, (samples, sampleRate) => {
    resampler ??= createResampler({ from: sampleRate, to: recognisedRate })
    parts.push(resampler.push(samples))
  })
  await sound.decode(stretch, take)
  if (resampler) parts.push((resampler as Resampler).finish())
  return concatenateFloats(parts).subarray(0, lengthOf(stretch))
}

const lengthOf = ({ start, end }: Stretch) => Math.round((end - start) * recognisedRate)
