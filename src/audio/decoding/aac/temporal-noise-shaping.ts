import type { BandTable } from './band-tables.ts'
import type { BitReader } from './bit-reader.ts'
import { windowSequences } from './filter-bank.ts'
import type { ChannelWindow } from './channel-window.ts'

interface TnsFilter {
  readonly window: number
  /** Bands. */
  readonly length: number
  readonly isDownward: boolean
  /** Of linear prediction, from the second on; the first is 1. */
  readonly coefficients: Float64Array
}

/** Reads `tns_data` (ISO/IEC 14496-3, table 4.52). */
export function readTnsFilters(bits: BitReader, { sequence }: ChannelWindow): TnsFilter[] {
  const isShort = sequence === windowSequences.short
  const filters: TnsFilter[] = []
  for (let window = 0; window < (isShort ? 8 : 1); window++) {
    const count = bits.read(isShort ? 1 : 2)
    const resolution = count > 0 ? bits.read(1) + 3 : 0
    for (let filter = 0; filter < count; filter++) {
      const length = bits.read(isShort ? 4 : 6)
      const order = bits.read(isShort ? 3 : 5)
      const isDownward = order > 0 && bits.read(1) === 1
      const width = order > 0 ? resolution - bits.read(1) : 0
      const reflections = Array.from({ length: order }, () =>
        reflectionOf(bits.read(width), { width, resolution }),
      )
      filters.push({ window, length, isDownward, coefficients: predictionOf(reflections) })
    }
  }
  return filters
}

/** 4.6.9.3: of a number with a sign, `width` bits. */
function reflectionOf(
  coded: number,
  { width, resolution }: { width: number; resolution: number },
): number {
  const value = coded >= 1 << (width - 1) ? coded - (1 << width) : coded
  const steps = (1 << (resolution - 1)) + (value < 0 ? 0.5 : -0.5)
  return Math.sin((value * Math.PI) / 2 / steps)
}

function predictionOf(reflections: readonly number[]): Float64Array {
  const coefficients = new Float64Array(reflections.length)
  reflections.forEach((reflection, order) => {
    const before = coefficients.slice(0, order)
    for (let at = 0; at < order; at++) {
      coefficients[at] = before[at]! + reflection * before[order - 1 - at]!
    }
    coefficients[order] = reflection
  })
  return coefficients
}

/** Filters the lines of a frame in place (4.6.9). */
export function shapeNoise(
  lines: Float64Array,
  filters: readonly TnsFilter[],
  { sequence, bandCount }: ChannelWindow,
  bands: BandTable,
) {
  const isShort = sequence === windowSequences.short
  const offsets = isShort ? bands.short : bands.long
  const mostBands = Math.min(isShort ? bands.tnsShort : bands.tnsLong, bandCount)
  let window = -1
  let bottom = 0
  for (const filter of filters) {
    if (filter.window !== window) bottom = offsets.length - 1
    window = filter.window
    const top = bottom
    bottom = Math.max(0, top - filter.length)
    const from = window * 128 + offsets[Math.min(bottom, mostBands)]!
    const to = window * 128 + offsets[Math.min(top, mostBands)]!
    runFilter(lines, { from, to }, filter)
  }
}

function runFilter(
  lines: Float64Array,
  { from, to }: { from: number; to: number },
  { isDownward, coefficients }: TnsFilter,
) {
  const step = isDownward ? -1 : 1
  let at = isDownward ? to - 1 : from
  for (let count = 0; count < to - from; count++, at += step) {
    const order = Math.min(count, coefficients.length)
    let line = lines[at]!
    for (let back = 1; back <= order; back++) {
      line -= coefficients[back - 1]! * lines[at - back * step]!
    }
    lines[at] = line
  }
}
