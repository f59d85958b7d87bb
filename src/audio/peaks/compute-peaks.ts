import type { InterleavedBlock, RecordingDecoder } from '../decoding/recording-decoder.ts'

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
  if (decoder.readInterleaved) {
    await decoder.readInterleaved(range, (block) => {
      const { samples, channels, fullScale } = block
      raise(loudest, { first, block, length: samples.length / channels }, (from, to) => {
        return loudestOf(samples, from * channels, to * channels) / fullScale
      })
    })
  } else {
    await decoder.decode(range, (block) => {
      for (const plane of block.planes) {
        raise(loudest, { first, block, length: plane.length }, (from, to) =>
          loudestOf(plane, from, to),
        )
      }
    })
  }
  return Uint8Array.from(loudest, (value) => Math.round(Math.min(1, value) * 255))
}

interface Place {
  readonly first: number
  readonly block: { readonly time: number; readonly sampleRate: number }
  /** Samples of a channel. */
  readonly length: number
}

/** `loudestBetween`: of the block's samples from one up to another. */
function raise(
  loudest: Float32Array,
  { first, block, length }: Place,
  loudestBetween: (from: number, to: number) => number,
) {
  const samplesPerPeak = block.sampleRate / peaksPerSecond
  /** Of the block's first sample, from the start of the recording. */
  const offset = Math.round(block.time * block.sampleRate)
  const indexOf = (peak: number) => Math.ceil((first + peak) * samplesPerPeak) - offset
  let peak = Math.max(0, Math.floor(offset / samplesPerPeak) - first)
  let from = Math.max(0, indexOf(peak))
  for (; peak < loudest.length && from < length; peak++) {
    const to = Math.min(length, indexOf(peak + 1))
    const most = loudestBetween(from, to)
    if (most > loudest[peak]!) loudest[peak] = most
    from = to
  }
}

/** Four at a time: a comparison need not wait for the one before, which takes half of the time. NaN counts as silence. */
function loudestOf(samples: InterleavedBlock['samples'], from: number, to: number): number {
  let [most, second, third, fourth] = [0, 0, 0, 0]
  let at = from
  for (; at + 4 <= to; at += 4) {
    const loudness = Math.abs(samples[at]!)
    const loudness2 = Math.abs(samples[at + 1]!)
    const loudness3 = Math.abs(samples[at + 2]!)
    const loudness4 = Math.abs(samples[at + 3]!)
    if (loudness > most) most = loudness
    if (loudness2 > second) second = loudness2
    if (loudness3 > third) third = loudness3
    if (loudness4 > fourth) fourth = loudness4
  }
  for (; at < to; at++) {
    const loudness = Math.abs(samples[at]!)
    if (loudness > most) most = loudness
  }
  return Math.max(most, second, third, fourth)
}
