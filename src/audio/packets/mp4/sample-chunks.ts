import { upperBound } from '#arrays/binary-search.ts'
import { entryCount, onlyBox, uint64 } from './boxes.ts'
import type { Boxes } from './boxes.ts'

/** Samples that lie side by side. */
export interface SampleChunk {
  readonly first: number
  /** The sample after the last. */
  readonly end: number
  /** Where the first begins in the file. */
  readonly byte: number
}

export interface SampleChunks {
  /** How many samples the chunks hold; the last may be fuller in the table than in the file. */
  readonly capacity: number
  chunkOf(sample: number): SampleChunk
}

/** `stsc` (ISO/IEC 14496-12, 8.7.4), in runs of chunks that hold as many, and `stco` or `co64` (8.7.5). */
export function readSampleChunks(sampleTable: Boxes): SampleChunks | null {
  const places = readPlaces(sampleTable)
  const table = onlyBox(sampleTable, 'stsc')
  if (!places || !table) return null
  const entries = entryCount(table, { countAt: 4, entryBits: 96 })
  if (entries === null) return null

  const firstChunks = new Uint32Array(entries)
  const firstSamples = new Float64Array(entries)
  const lengths = new Uint32Array(entries)
  let capacity = 0
  for (let run = 0; run < entries; run++) {
    const at = 8 + run * 12
    const first = table.getUint32(at) - 1
    const next = run + 1 < entries ? table.getUint32(at + 12) - 1 : places.length
    const length = table.getUint32(at + 4)
    const description = table.getUint32(at + 8)
    const isOdd = (run === 0 && first !== 0) || next <= first || next > places.length
    if (isOdd || length === 0 || description !== 1) return null
    firstChunks[run] = first
    firstSamples[run] = capacity
    lengths[run] = length
    capacity += (next - first) * length
  }
  return {
    capacity,
    chunkOf(sample) {
      const run = upperBound(firstSamples, sample) - 1
      const length = lengths[run]!
      const chunksBefore = Math.floor((sample - firstSamples[run]!) / length)
      const first = firstSamples[run]! + chunksBefore * length
      return { first, end: first + length, byte: places[firstChunks[run]! + chunksBefore]! }
    },
  }
}

function readPlaces(sampleTable: Boxes): Uint32Array | Float64Array | null {
  const isLong = sampleTable.has('co64')
  if (isLong === sampleTable.has('stco')) return null
  const table = onlyBox(sampleTable, isLong ? 'co64' : 'stco')
  const count = table && entryCount(table, { countAt: 4, entryBits: isLong ? 64 : 32 })
  if (!table || count === null) return null
  if (!isLong)
    return Uint32Array.from({ length: count }, (_, chunk) => table.getUint32(8 + chunk * 4))
  const places = Float64Array.from({ length: count }, (_, chunk) => uint64(table, 8 + chunk * 8))
  return places.every(Number.isSafeInteger) ? places : null
}
