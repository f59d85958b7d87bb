import type { BandTable } from './band-tables.ts'
import { bandAt, mostPlaces, specialCodebooks } from './bands.ts'
import type { BitReader } from './bit-reader.ts'
import { readChannelWindow } from './channel-window.ts'
import type { ChannelWindow } from './channel-window.ts'
import { scaleFactorCodebook } from './codebooks.ts'
import { linesPerFrame } from './filter-bank.ts'
import { createHuffmanTable, lookUp } from './huffman.ts'
import { readSpectrum } from './spectrum.ts'
import type { Pulse } from './spectrum.ts'
import { readTnsFilters } from './temporal-noise-shaping.ts'
import { UnsupportedAac } from './unsupported.ts'

/** One channel of a frame. Its arrays are used again for the next frame. */
export interface ChannelStream {
  window: ChannelWindow
  /** By `bandAt`. */
  readonly codebooks: Uint8Array
  /** Placed alike: scale factor, noise energy or position between the channels. */
  readonly scales: Int16Array
  readonly lines: Float64Array
  filters: ReturnType<typeof readTnsFilters>
  /** Reads `individual_channel_stream` (table 4.50). `common`: the window that two channels share. */
  read(bits: BitReader, bands: BandTable, common: ChannelWindow | null): void
}

const scaleFactors = createHuffmanTable(scaleFactorCodebook)
const scaleFactorOffset = 60
const noiseOffset = 90

export function createChannelStream(): ChannelStream {
  const codebooks = new Uint8Array(mostPlaces)
  const scales = new Int16Array(mostPlaces)
  const lines = new Float64Array(linesPerFrame)

  const stream: ChannelStream = {
    window: { sequence: 0, shape: 0, bandCount: 0, groups: [1], offsets: new Uint16Array(1) },
    codebooks,
    scales,
    lines,
    filters: [],
    read(bits, bands, common) {
      const gain = bits.read(8)
      const window = (stream.window = common ?? readChannelWindow(bits, bands))
      readSections(bits, window, codebooks)
      readScales(bits, { window, gain, codebooks, scales })
      const pulses = bits.read(1) === 1 ? readPulses(bits, window) : []
      stream.filters = bits.read(1) === 1 ? readTnsFilters(bits, window) : []
      if (bits.read(1) === 1) throw new UnsupportedAac('its gain is controlled, as in AAC SSR')
      lines.fill(0)
      readSpectrum(bits, { window, codebooks, scales, pulses, lines })
    },
  }
  return stream
}

/** `section_data` (table 4.52). */
function readSections(
  bits: BitReader,
  { bandCount, groups }: ChannelWindow,
  codebooks: Uint8Array,
) {
  const isShort = groups.length > 1 || groups[0]! > 1
  const lengthBits = isShort ? 3 : 5
  const goesOn = (1 << lengthBits) - 1
  for (let group = 0; group < groups.length; group++) {
    for (let band = 0; band < bandCount;) {
      const codebook = bits.read(4)
      if (codebook === 12) throw new Error('AAC: a codebook that does not exist')
      let length = 0
      let more = goesOn
      while (more === goesOn) {
        more = bits.read(lengthBits)
        length += more
        if (band + length > bandCount) throw new Error('AAC: a section is too long')
      }
      codebooks.fill(codebook, bandAt(group, band), bandAt(group, band + length))
      band += length
      if (length === 0 && bits.isPastEnd) throw new Error('AAC: the frame is cut off')
    }
  }
}

/** `scale_factor_data` (table 4.53): each as its difference from the last one of its kind. */
function readScales(
  bits: BitReader,
  {
    window: { bandCount, groups },
    gain,
    codebooks,
    scales,
  }: { window: ChannelWindow; gain: number; codebooks: Uint8Array; scales: Int16Array },
) {
  let scale = gain
  let noise = gain - noiseOffset
  let position = 0
  let isFirstNoise = true
  for (let group = 0; group < groups.length; group++) {
    for (let at = bandAt(group, 0); at < bandAt(group, bandCount); at++) {
      const codebook = codebooks[at]!
      if (codebook === specialCodebooks.zero) continue
      if (codebook === specialCodebooks.noise && isFirstNoise) {
        isFirstNoise = false
        noise += bits.read(9) - 256
        scales[at] = noise
        continue
      }
      const found = lookUp(scaleFactors, bits.peek())
      bits.position += found >> 16
      const difference = (found & 0xffff) - scaleFactorOffset
      if (codebook === specialCodebooks.noise) scales[at] = noise += difference
      else if (codebook > specialCodebooks.noise) scales[at] = position += difference
      else scales[at] = scale += difference
    }
  }
}

/** `pulse_data` (table 4.7). */
function readPulses(bits: BitReader, { offsets, groups }: ChannelWindow): Pulse[] {
  if (groups.length > 1 || groups[0]! > 1) throw new Error('AAC: pulses in short windows')
  const count = bits.read(2) + 1
  const band = bits.read(6)
  if (band >= offsets.length) throw new Error('AAC: pulses outside of the spectrum')
  let line = offsets[band]!
  return Array.from({ length: count }, () => {
    line += bits.read(5)
    if (line >= linesPerFrame) throw new Error('AAC: pulses outside of the spectrum')
    return { line, amplitude: bits.read(4) }
  })
}
