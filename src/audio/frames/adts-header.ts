import type { FrameHeader, FramedFormat } from './frame-header.ts'

/** Hertz, by ISO/IEC 14496-3 table 1.18. */
const sampleRates = [
  96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8000,
  7350,
] as const

/** Channels by the three bits of the header; 0 says that the sound itself says it. */
const channelCounts = [0, 1, 2, 3, 4, 5, 6, 8] as const

export const samplesPerBlock = 1024

/** Sync, MPEG version, checksum or none, profile, sampling rate and channels. */
const kindMask = 0xfffffdc0

/**
 * AAC in ADTS (ISO/IEC 13818-7, 6.2; 14496-3, 1.A.2.2). Sound with spectral band replication gives the
 * rate and samples of its core, which last as long.
 */
export const adts: FramedFormat = { id: 'adts', mostBytes: 7, readHeader }

function readHeader(bytes: Uint8Array, at: number): FrameHeader | null {
  if (at + 7 > bytes.length || bytes[at] !== 0xff || (bytes[at + 1]! & 0xf6) !== 0xf0) return null
  const [second, third, fourth] = [bytes[at + 1]!, bytes[at + 2]!, bytes[at + 3]!]
  const sampleRate = sampleRates[(third >> 2) & 15]
  if (sampleRate === undefined) return null
  const length = ((fourth & 3) << 11) | (bytes[at + 4]! << 3) | (bytes[at + 5]! >> 5)
  const headerLength = second & 1 ? 7 : 9
  if (length <= headerLength) return null
  const samples = samplesPerBlock * ((bytes[at + 6]! & 3) + 1)
  return {
    length,
    headerLength,
    samples,
    sampleRate,
    channels: channelCounts[((third & 1) << 2) | (fourth >> 6)]!,
    bitrate: (length * 8 * sampleRate) / samples,
    kind: (((bytes[at]! << 24) | (second << 16) | (third << 8) | fourth) & kindMask) >>> 0,
  }
}

/**
 * AudioSpecificConfig (ISO/IEC 14496-3, 1.6.2.1) of frames of this kind: object type, sampling rate,
 * channels; frames of 1024 samples, no core coder, no extension.
 */
export function audioSpecificConfig(kind: number): Uint8Array<ArrayBuffer> {
  const objectType = ((kind >> 14) & 3) + 1
  const rate = (kind >> 10) & 15
  const channels = (kind >> 6) & 7
  return Uint8Array.of((objectType << 3) | (rate >> 1), ((rate & 1) << 7) | (channels << 3))
}
