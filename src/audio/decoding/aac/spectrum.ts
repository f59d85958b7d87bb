import { bandAt, specialCodebooks } from './bands.ts'
import type { BitReader } from './bit-reader.ts'
import type { ChannelWindow } from './channel-window.ts'
import { spectralCodebooks } from './codebooks.ts'
import { linesPerFrame } from './filter-bank.ts'
import { createHuffmanTable, lookUp } from './huffman.ts'
import type { HuffmanTable } from './huffman.ts'

/** A spectral codebook (ISO/IEC 14496-3, table 4.151). */
interface SpectralTable {
  readonly huffman: HuffmanTable
  /** Lines of a codeword: 4 or 2. */
  readonly dimension: number
  /** Signs follow the codeword. */
  readonly isUnsigned: boolean
  /** By symbol, `dimension` apart. */
  readonly values: Int8Array
  /** Values of 16 are written after the codeword. */
  readonly hasEscapes: boolean
}

/** By codebook, from 1 on: lines of a codeword, the least value and the largest. */
const ranges = [
  [4, -1, 1],
  [4, -1, 1],
  [4, 0, 2],
  [4, 0, 2],
  [2, -4, 4],
  [2, -4, 4],
  [2, 0, 7],
  [2, 0, 7],
  [2, 0, 12],
  [2, 0, 12],
  [2, 0, 16],
] as const

const escape = 16

const tables = ranges.map(([dimension, least, most], at): SpectralTable => {
  const base = most - least + 1
  const values = new Int8Array(base ** dimension * dimension)
  for (let symbol = 0; symbol < base ** dimension; symbol++) {
    let rest = symbol
    for (let line = dimension - 1; line >= 0; line--) {
      values[symbol * dimension + line] = (rest % base) + least
      rest = Math.floor(rest / base)
    }
  }
  return {
    huffman: createHuffmanTable(spectralCodebooks[at]!),
    dimension,
    isUnsigned: least === 0,
    values,
    hasEscapes: most === escape,
  }
})

/** Larger values are none (4.6.2.3). */
const largest = 8191
/** What a quantised value stands for, from −`largest` on. */
const meanings = Float64Array.from({ length: 2 * largest + 1 }, (_, at) => {
  const value = at - largest
  return Math.sign(value) * Math.abs(value) ** (4 / 3)
})

/** The scale factor that leaves lines as they are. */
const neutralScale = 100

const quantised = new Int16Array(linesPerFrame)

/** What is added to a line before it is made as loud as its band. */
export interface Pulse {
  readonly line: number
  readonly amplitude: number
}

interface Spectrum {
  readonly window: ChannelWindow
  readonly codebooks: Uint8Array
  readonly scales: Int16Array
  readonly pulses: readonly Pulse[]
  /** All 0; takes what is read. Short windows are 128 lines apart. */
  readonly lines: Float64Array
}

/** Reads `spectral_data` (table 4.56), and undoes the quantisation. */
export function readSpectrum(
  bits: BitReader,
  { window: { groups, bandCount, offsets }, codebooks, scales, pulses, lines }: Spectrum,
) {
  let window = 0
  for (let group = 0; group < groups.length; group++) {
    const windows = groups[group]!
    for (let band = 0; band < bandCount; band++) {
      const codebook = codebooks[bandAt(group, band)]!
      if (codebook === specialCodebooks.zero || codebook >= specialCodebooks.noise) continue
      const table = tables[codebook - 1]!
      const gain = 2 ** ((scales[bandAt(group, band)]! - neutralScale) / 4)
      const width = offsets[band + 1]! - offsets[band]!
      for (let each = 0; each < windows; each++) {
        const from = (window + each) * 128 + offsets[band]!
        readLines(bits, table, { from, to: from + width })
        if (pulses.length > 0) addPulses(pulses, { from, to: from + width })
        for (let line = from; line < from + width; line++) {
          lines[line] = meanings[quantised[line]! + largest]! * gain
        }
      }
    }
    window += windows
  }
  if (bits.isPastEnd) throw new Error('AAC: the frame is cut off')
}

function readLines(
  bits: BitReader,
  { huffman, dimension, isUnsigned, values, hasEscapes }: SpectralTable,
  { from, to }: { from: number; to: number },
) {
  for (let line = from; line < to; line += dimension) {
    let ahead = bits.peek()
    const found = lookUp(huffman, ahead)
    let length = found >> 16
    const place = (found & 0xffff) * dimension
    ahead <<= length
    for (let at = 0; at < dimension; at++) {
      let value = values[place + at]!
      if (isUnsigned && value !== 0) {
        if (ahead < 0) value = -value
        ahead <<= 1
        length++
      }
      quantised[line + at] = value
    }
    bits.position += length
    if (hasEscapes) readEscapes(bits, line)
  }
}

/** 4.6.3.3: ones that say how many bits follow, from 4 on, a zero, and those bits. */
function readEscapes(bits: BitReader, line: number) {
  for (let at = line; at < line + 2; at++) {
    const value = quantised[at]!
    if (value !== escape && value !== -escape) continue
    let width = 4
    while (bits.read(1) === 1) {
      if (++width > 12) throw new Error('AAC: a line is too loud')
    }
    const size = (1 << width) + bits.read(width)
    if (size > largest) throw new Error('AAC: a line is too loud')
    quantised[at] = value < 0 ? -size : size
  }
}

function addPulses(pulses: readonly Pulse[], { from, to }: { from: number; to: number }) {
  for (const { line, amplitude } of pulses) {
    if (line < from || line >= to) continue
    const value = quantised[line]!
    quantised[line] = value + (value > 0 ? amplitude : -amplitude)
  }
}
