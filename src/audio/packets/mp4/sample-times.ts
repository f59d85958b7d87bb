import { upperBound } from '#arrays/binary-search.ts'
import { entryCount, onlyBox } from './boxes.ts'
import type { Boxes } from './boxes.ts'

/** When samples are decoded, in ticks; in sound that is the order in which they are heard. */
export interface SampleTimes {
  readonly count: number
  /** Ticks; where the last sample ends. */
  readonly end: number
  tickOf(sample: number): number
  /** The last sample that has begun; -1 before the first. */
  sampleAt(tick: number): number
}

/** `stts` (ISO/IEC 14496-12, 8.6.1.2), in runs of samples that last as long; null where `ctts` moves them. */
export function readSampleTimes(sampleTable: Boxes): SampleTimes | null {
  const table = onlyBox(sampleTable, 'stts')
  if (!table || sampleTable.has('ctts')) return null
  const entries = entryCount(table, { countAt: 4, entryBits: 64 })
  if (entries === null) return null

  const firsts = new Float64Array(entries)
  const starts = new Float64Array(entries)
  const lengths = new Uint32Array(entries)
  let [runs, count, end] = [0, 0, 0]
  for (let at = 8; at < 8 + entries * 8; at += 8) {
    const samples = table.getUint32(at)
    const length = table.getUint32(at + 4)
    if (samples === 0) continue
    if (runs === 0 || lengths[runs - 1] !== length) {
      firsts[runs] = count
      starts[runs] = end
      lengths[runs++] = length
    }
    count += samples
    end += samples * length
  }
  if (!Number.isSafeInteger(end)) return null
  return timesOf({
    firsts: firsts.slice(0, runs),
    starts: starts.slice(0, runs),
    lengths: lengths.slice(0, runs),
    count,
    end,
  })
}

/** By the run: its first sample, the tick at which that starts, and the ticks that each lasts. */
interface Runs {
  readonly firsts: Float64Array
  readonly starts: Float64Array
  readonly lengths: Uint32Array
  readonly count: number
  readonly end: number
}

const timesOf = ({ firsts, starts, lengths, count, end }: Runs): SampleTimes => ({
  count,
  end,
  tickOf(sample) {
    const run = upperBound(firsts, sample) - 1
    return starts[run]! + (sample - firsts[run]!) * lengths[run]!
  },
  sampleAt(tick) {
    const run = upperBound(starts, tick) - 1
    if (run === -1) return -1
    const last = (firsts[run + 1] ?? count) - 1
    const length = lengths[run]!
    if (length === 0) return last
    return Math.min(last, firsts[run]! + Math.floor((tick - starts[run]!) / length))
  },
})
