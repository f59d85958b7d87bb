import type { SampleChunk, SampleChunks } from './sample-chunks.ts'
import type { SampleSizes } from './sample-sizes.ts'

/** Samples that are read at once: runs of them, and the bytes of the file in which they lie. */
export interface SampleRead {
  readonly from: number
  readonly to: number
  readonly runs: readonly SampleChunk[]
}

/** Bytes that are read at once, if not a single sample has more. */
const mostBytes = 256 * 2 ** 10
/** Bytes between samples, of pictures as a rule, that are read rather than jumped over. */
const smallGap = 32 * 2 ** 10

/** Samples that are read at once: many have few bytes, or none, in a table that lies. */
const mostSamples = 4096

/** How samples from `first` up to `end` are read, in order. */
export function* planReads(
  places: { chunks: SampleChunks; sizes: SampleSizes },
  { first, end }: { first: number; end: number },
): Generator<SampleRead> {
  let [from, to] = [0, 0]
  let runs: SampleChunk[] = []
  for (const { run, bytes } of runsOf(places, { first, end })) {
    const gap = run.byte - to
    const isNear = gap >= 0 && gap <= smallGap
    const fits = run.byte + bytes - from <= mostBytes
    const isFew = runs.length === 0 || run.end - runs[0]!.first <= mostSamples
    if (runs.length > 0 && !(isNear && fits && isFew)) {
      yield { from, to, runs }
      runs = []
    }
    if (runs.length === 0) from = run.byte
    to = run.byte + bytes
    runs.push(run)
  }
  if (runs.length > 0) yield { from, to, runs }
}

/** Samples side by side, not more at once than may be read. */
function* runsOf(
  { chunks, sizes }: { chunks: SampleChunks; sizes: SampleSizes },
  { first, end }: { first: number; end: number },
) {
  for (let sample = first; sample < end;) {
    const chunk = chunks.chunkOf(sample)
    const chunkEnd = Math.min(end, chunk.end)
    let byte = chunk.byte + sizes.bytesBefore(sample) - sizes.bytesBefore(chunk.first)
    while (sample < chunkEnd) {
      const runFirst = sample
      let bytes = sizes.sizeOf(sample++)
      while (
        sample < chunkEnd &&
        sample - runFirst < mostSamples &&
        bytes + sizes.sizeOf(sample) <= mostBytes
      ) {
        bytes += sizes.sizeOf(sample++)
      }
      yield { run: { first: runFirst, end: sample, byte }, bytes }
      byte += bytes
    }
  }
}
