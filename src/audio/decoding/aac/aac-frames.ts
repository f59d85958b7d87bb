import { bandTables } from './band-tables.ts'
import { createBitReader } from './bit-reader.ts'
import { createChannelStream } from './channel-stream.ts'
import type { ChannelStream } from './channel-stream.ts'
import { readChannelWindow } from './channel-window.ts'
import { createFilterBank, linesPerFrame } from './filter-bank.ts'
import type { FilterBank } from './filter-bank.ts'
import { createNoise } from './noise.ts'
import { createMiddleSide, joinChannels } from './stereo.ts'
import { shapeNoise } from './temporal-noise-shaping.ts'
import { UnsupportedAac } from './unsupported.ts'

/** Of `id_syn_ele` (ISO/IEC 14496-3, table 4.85). */
const elements = { single: 0, pair: 1, lowFrequency: 3, data: 4, fill: 6, end: 7 } as const

/** Types of `extension_payload` (table 4.121) by which the upper half of the spectrum is written. */
const bandReplication = new Set([13, 14])

interface AacChannel {
  readonly stream: ChannelStream
  readonly filterBank: FilterBank
  readonly samples: Float32Array
}

/** Decodes the frames of AAC-LC (ISO/IEC 14496-3, 4.4.2.1 `raw_data_block`). */
export interface AacFrameDecoder {
  /**
   * 1024 samples for each channel, in the order of the frame, good until the next call. Throws UnsupportedAac where the
   * sound is of another kind, and an Error for a broken frame.
   */
  decode(frame: Uint8Array): readonly Float32Array[]
  /** The next frame does not follow the last one. */
  reset(): void
}

/** `rateIndex`: of the sampling rate, 0 to 11. */
export function createAacFrameDecoder(rateIndex: number): AacFrameDecoder {
  const bands = bandTables[rateIndex]!
  const bits = createBitReader()
  const channels: AacChannel[] = []
  const middleSide = createMiddleSide()
  const fillNoise = createNoise()
  let count = 0

  function nextChannel(): AacChannel {
    const channel = (channels[count] ??= {
      stream: createChannelStream(),
      filterBank: createFilterBank(),
      samples: new Float32Array(linesPerFrame),
    })
    count++
    return channel
  }

  function finish({ stream, filterBank, samples }: AacChannel) {
    const { lines, filters, window } = stream
    if (filters.length > 0) shapeNoise(lines, filters, window, bands)
    filterBank.synthesise(lines, window, samples)
  }

  function decodeSingle() {
    const channel = nextChannel()
    bits.read(4)
    channel.stream.read(bits, bands, null)
    fillNoise(channel.stream)
    finish(channel)
  }

  function decodePair() {
    const [left, right] = [nextChannel(), nextChannel()]
    bits.read(4)
    const common = bits.read(1) === 1 ? readChannelWindow(bits, bands) : null
    if (common) middleSide.read(bits, common)
    else middleSide.clear()
    left.stream.read(bits, bands, common)
    right.stream.read(bits, bands, common)
    fillNoise(left.stream)
    fillNoise(right.stream)
    if (common) joinChannels(left.stream, right.stream, middleSide.mask)
    finish(left)
    finish(right)
  }

  function skipData() {
    bits.read(4)
    const isAligned = bits.read(1) === 1
    let length = bits.read(8)
    if (length === 255) length += bits.read(8)
    if (isAligned) bits.position = Math.ceil(bits.position / 8) * 8
    bits.position += length * 8
  }

  function skipFill() {
    let length = bits.read(4)
    if (length === 15) length += bits.read(8) - 1
    const end = bits.position + length * 8
    if (length > 0 && bandReplication.has(bits.read(4))) {
      throw new UnsupportedAac('it is HE-AAC')
    }
    bits.position = end
  }

  return {
    decode(frame) {
      bits.open(frame)
      count = 0
      for (;;) {
        const element = bits.read(3)
        if (element === elements.end) break
        if (element === elements.single || element === elements.lowFrequency) decodeSingle()
        else if (element === elements.pair) decodePair()
        else if (element === elements.data) skipData()
        else if (element === elements.fill) skipFill()
        else throw new UnsupportedAac('its channels are described on the way')
        if (bits.isPastEnd) throw new Error('AAC: the frame is cut off')
      }
      return channels.slice(0, count).map(({ samples }) => samples)
    },
    reset() {
      for (const { filterBank } of channels) filterBank.reset()
    },
  }
}
