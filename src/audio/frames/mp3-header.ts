import type { FrameHeader, FramedFormat } from './frame-header.ts'

/** Kilobits a second by the four bits of the header; 0 where it says "free format". */
const bitrates = {
  mpeg1: {
    1: [0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448],
    2: [0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384],
    3: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  },
  mpeg2: {
    1: [0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256],
    2: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
    3: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
  },
} as const

/** Hertz, of MPEG-1; MPEG-2 has half, MPEG-2.5 a quarter of it. */
const sampleRates = [44_100, 48_000, 32_000] as const

/** Sync, version, layer and sampling rate. */
const kindMask = 0xfffe0c00

/**
 * MPEG-1, -2 and -2.5 audio, layers I to III (ISO/IEC 11172-3 and 13818-3, 2.4.1.3 and 2.4.2.3). Reserved
 * values are no header, and "free format" is none, as its frames do not say how long they are.
 */
export const mp3: FramedFormat = { id: 'mp3', mostBytes: 4, readHeader }

function readHeader(bytes: Uint8Array, at: number): FrameHeader | null {
  if (at + 4 > bytes.length || bytes[at] !== 0xff || bytes[at + 1]! < 0xe0) return null
  const [second, third, fourth] = [bytes[at + 1]!, bytes[at + 2]!, bytes[at + 3]!]
  const version = (second >> 3) & 3
  const layer = (4 - ((second >> 1) & 3)) as 1 | 2 | 3 | 4
  const rate = sampleRates[(third >> 2) & 3]
  const isReserved = version === 1 || layer === 4 || rate === undefined || (fourth & 3) === 2
  if (isReserved) return null
  const isMpeg1 = version === 3
  const kilobits = bitrates[isMpeg1 ? 'mpeg1' : 'mpeg2'][layer][third >> 4]
  if (kilobits === undefined || kilobits === 0) return null

  const sampleRate = isMpeg1 ? rate : version === 2 ? rate / 2 : rate / 4
  const samples = layer === 1 ? 384 : layer === 3 && !isMpeg1 ? 576 : 1152
  const bitrate = kilobits * 1000
  const slotBytes = layer === 1 ? 4 : 1
  const slots = Math.floor(((samples / 8 / slotBytes) * bitrate) / sampleRate)
  return {
    length: (slots + ((third >> 1) & 1)) * slotBytes,
    headerLength: second & 1 ? 4 : 6,
    samples,
    sampleRate,
    channels: fourth >> 6 === 3 ? 1 : 2,
    bitrate,
    kind: (((bytes[at]! << 24) | (second << 16) | (third << 8) | fourth) & kindMask) >>> 0,
  }
}

/** Bytes of the shortest and of the longest frame of a kind, without padding. */
export function frameLengthsOf({ kind, samples, sampleRate }: FrameHeader): {
  readonly shortest: number
  readonly longest: number
} {
  const ofKind = bitrates[isMpeg1(kind) ? 'mpeg1' : 'mpeg2'][layerOf(kind) as 1 | 2 | 3]
  const bytesAt = (kilobits: number) => (samples * kilobits * 125) / sampleRate
  return { shortest: bytesAt(ofKind[1]), longest: bytesAt(ofKind.at(-1)!) }
}

/** 1 to 3. */
export const layerOf = (kind: number) => 4 - ((kind >> 17) & 3)

export const isMpeg1 = (kind: number) => ((kind >> 19) & 3) === 3
