import type { DecodedBlock, RecordingDecoder } from '../decoding/recording-decoder.ts'

/** Enough to draw words at the deepest zoom. */
export const peaksPerSecond = 100

/**
 * The loudest sample, of all channels, of each hundredth of a second of a range: `count` of them from the
 * `first` on, 0 to 255 for 0 to 1 of full scale. What the decoder does not reach stays 0.
 */
export async function computePeaks(
  decoder: RecordingDecoder,
  { first, count }: { first: number; count: number },
): Promise<Uint8Array<ArrayBuffer>> {
  const loudest = new Float32Array(count)
  const range = { start: first / peaksPerSecond, end: (first + count) / peaksPerSecond }
  await decoder.decode(range, (slice) => addSlice(loudest, { first, slice }))
  return Uint8Array.from(loudest, (value) => Math.round(Math.min(1, value) * 255))
}

function addSlice(loudest: Float32Array, { first, slice }: { first: number; slice: DecodedBlock }) {
  const { planes, time, sampleRate } = slice
  const samplesPerPeak = sampleRate / peaksPerSecond
  /** Of the slice's first sample, from the start of the recording. */
  const offset = Math.round(time * sampleRate)
  for (const plane of planes) {
    let peak = Math.max(0, Math.floor(offset / samplesPerPeak) - first)
    const indexOf = (peak: number) => Math.ceil((first + peak) * samplesPerPeak) - offset
    let from = Math.max(0, indexOf(peak))
    for (; peak < loudest.length && from < plane.length; peak++) {
      const to = Math.min(plane.length, indexOf(peak + 1))
      const most = loudestOf(plane, from, to)
      if (most > loudest[peak]!) loudest[peak] = most
      from = to
    }
  }
}

function loudestOf(samples: Float32Array, from: number, to: number): number {
  let most = 0
  for (let at = from; at < to; at++) {
    const loudness = Math.abs(samples[at]!)
    if (loudness > most) most = loudness
  }
  return most
}
