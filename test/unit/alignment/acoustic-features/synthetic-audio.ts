import type { RecordingDecoder } from '#audio/decoding/recording-decoder.ts'

export interface SliceHabits {
  readonly sampleRate: number
  /** Slice lengths, samples; used in turn, repeatedly. */
  readonly sliceLengths?: readonly number[]
  /** How far before the range the first slice begins, samples. */
  readonly early?: number
}

/** A decoder of samples in memory. All slices share one buffer, as real decoders reuse theirs. */
export function decoderOf(
  planes: readonly Float32Array[],
  { sampleRate, sliceLengths = [1152], early = 500 }: SliceHabits,
): RecordingDecoder {
  const length = planes[0]!.length
  return {
    async decode({ start, end }, take) {
      let at = Math.max(0, Math.floor(start * sampleRate) - early)
      for (let turn = 0; at < Math.min(length, end * sampleRate); turn++) {
        const to = at + sliceLengths[turn % sliceLengths.length]!
        const pieces = planes.map((plane) => plane.slice(at, to))
        take({ planes: pieces, time: at / sampleRate, sampleRate })
        pieces.forEach((piece) => piece.fill(NaN))
        at = to
      }
    },
    dispose() {},
  }
}

/** A recording without audio from `from` to `to`, seconds: the slices there are missing. */
export const withHole = (
  decoder: RecordingDecoder,
  { from, to }: { from: number; to: number },
): RecordingDecoder => ({
  ...decoder,
  decode: (range, take) =>
    decoder.decode(range, (slice) => {
      const end = slice.time + slice.planes[0]!.length / slice.sampleRate
      if (end <= from || slice.time >= to) take(slice)
    }),
})

/** Pseudo-random numbers, the same in each run, −1 to 1. */
export function createHiss(seed = 1): () => number {
  let state = seed
  return () => {
    // Numerical Recipes' linear congruence; its upper bits are random enough for noise.
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 31 - 1
  }
}

/** Synthetic speech: four syllables of hum and hiss a second, with a quiet room between. */
export function babble({ sampleRate, seconds }: { sampleRate: number; seconds: number }) {
  const hiss = createHiss()
  return Float32Array.from({ length: sampleRate * seconds }, (_, n) => {
    const time = n / sampleRate
    const isSyllable = (time * 4) % 1 < 0.6
    const syllable = Math.floor(time * 4)
    const hum = [1, 2, 3, 5, 8].reduce(
      (sum, harmonic) =>
        sum + Math.sin(2 * Math.PI * (120 + (syllable % 7) * 9) * harmonic * time) / 6,
      0,
    )
    return 0.001 * hiss() + (isSyllable ? 0.3 * hum + 0.03 * hiss() : 0)
  })
}
