import type { RecordingDecoder } from '#audio/decoding/recording-decoder.ts'

/** A decoder of samples in memory; slices begin before the requested range, as those of real decoders do. */
export function soundOf(samples: Float32Array, sampleRate: number): RecordingDecoder {
  const slice = 1152
  return {
    async decode({ start, end }, take) {
      const first = Math.max(0, Math.floor((start * sampleRate) / slice) - 1) * slice
      const last = Math.min(samples.length, Math.ceil(end * sampleRate) + 500)
      for (let at = first; at < last; at += slice) {
        take({ planes: [samples.subarray(at, at + slice)], time: at / sampleRate, sampleRate })
      }
    },
    dispose() {},
  }
}

export interface Part {
  readonly seconds: number
  /** Of full scale. */
  readonly level: number
}

/** Consecutive tones of 300 Hz with these amplitudes. */
export function tones(parts: readonly Part[], sampleRate: number): Float32Array {
  return Float32Array.from(
    parts.flatMap(({ seconds, level }) =>
      Array.from(
        { length: Math.round(seconds * sampleRate) },
        (_, n) => level * Math.sin((2 * Math.PI * 300 * n) / sampleRate),
      ),
    ),
  )
}
