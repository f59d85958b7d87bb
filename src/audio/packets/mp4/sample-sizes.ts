import { entryCount, onlyBox } from './boxes.ts'
import type { Boxes } from './boxes.ts'

export interface SampleSizes {
  readonly count: number
  /** Bytes. */
  sizeOf(sample: number): number
  /** Bytes of all samples before one. */
  bytesBefore(sample: number): number
}

/** Bytes; the largest packets, of FLAC with eight channels, have two million. */
const largestSample = 2 ** 24
/** The sum of sizes is kept once in so many samples. */
const samplesASum = 1024

/** `stsz` or `stz2` (ISO/IEC 14496-12, 8.7.3); two bytes a sample where that is enough. */
export function readSampleSizes(sampleTable: Boxes): SampleSizes | null {
  if (sampleTable.has('stsz') === sampleTable.has('stz2')) return null
  const table = onlyBox(sampleTable, 'stsz') ?? onlyBox(sampleTable, 'stz2')
  if (!table || table.byteLength < 12) return null
  if (sampleTable.has('stz2')) return readCompactSizes(table)
  const size = table.getUint32(4)
  return size === 0 ? readLongSizes(table) : sizesAllAlike(size, table.getUint32(8))
}

const sizesAllAlike = (size: number, count: number): SampleSizes | null =>
  size > largestSample
    ? null
    : { count, sizeOf: () => size, bytesBefore: (sample) => sample * size }

function readLongSizes(table: DataView): SampleSizes | null {
  const count = entryCount(table, { countAt: 8, entryBits: 32 })
  if (count === null) return null
  let largest = 0
  for (let at = 12; at < 12 + count * 4; at += 4) largest = Math.max(largest, table.getUint32(at))
  if (largest > largestSample) return null
  const sizes = largest < 2 ** 16 ? new Uint16Array(count) : new Uint32Array(count)
  for (let sample = 0; sample < count; sample++) sizes[sample] = table.getUint32(12 + sample * 4)
  return summed(sizes)
}

function readCompactSizes(table: DataView): SampleSizes | null {
  const bits = table.getUint8(7)
  if (bits !== 4 && bits !== 8 && bits !== 16) return null
  const count = entryCount(table, { countAt: 8, entryBits: bits })
  if (count === null) return null
  const sizes = new Uint16Array(count)
  for (let sample = 0; sample < count; sample++) {
    if (bits === 16) sizes[sample] = table.getUint16(12 + sample * 2)
    else if (bits === 8) sizes[sample] = table.getUint8(12 + sample)
    else sizes[sample] = (table.getUint8(12 + (sample >> 1)) >> (sample % 2 === 0 ? 4 : 0)) & 15
  }
  return summed(sizes)
}

function summed(sizes: Uint16Array | Uint32Array): SampleSizes {
  const sums = new Float64Array(Math.ceil(sizes.length / samplesASum))
  let sum = 0
  for (let sample = 0; sample < sizes.length; sample++) {
    if (sample % samplesASum === 0) sums[sample / samplesASum] = sum
    sum += sizes[sample]!
  }
  return {
    count: sizes.length,
    sizeOf: (sample) => sizes[sample]!,
    bytesBefore(sample) {
      const block = Math.floor(sample / samplesASum)
      let bytes = sums[block]!
      for (let at = block * samplesASum; at < sample; at++) bytes += sizes[at]!
      return bytes
    },
  }
}
