import type { ByteSource } from '../../byte-source.ts'
import { lengthOfId3v2, latin1At } from '../../frames/tags.ts'

/** What a FLAC file says of all its frames (RFC 9639, 8.2). */
export interface StreamInfo {
  readonly sampleRate: number
  readonly channels: number
  readonly bitsPerSample: number
  /** Of one channel; `null` where it is not said. */
  readonly totalSamples: number | null
  /** Of one channel. */
  readonly mostSamplesPerFrame: number
  /** Whatever is longer is no frame. */
  readonly mostBytesPerFrame: number
}

const readBytes = 64 * 1024
/** Of tags and metadata blocks together: more is no sound file. */
const mostBlocks = 1000
const blockHeaderBytes = 4
const streamInfoBytes = 34

/**
 * Reads STREAMINFO and finds where the metadata ends, skipping pictures and all else by their lengths. `null` where
 * a file is no FLAC, or says too little. Rejects as the source does.
 */
export async function findStreamInfo(
  source: ByteSource,
): Promise<{ info: StreamInfo; framesFrom: number } | null> {
  let from = 0
  let bytes = await source.read(0, readBytes)
  let at = 0
  let info: StreamInfo | null = null
  let isInBlocks = false
  for (let blocks = 0; blocks < mostBlocks; blocks++) {
    if (at - from + blockHeaderBytes + streamInfoBytes > bytes.length) {
      from = at
      bytes = await source.read(from, from + readBytes)
    }
    const here = at - from
    if (here + blockHeaderBytes > bytes.length) return null
    if (!isInBlocks) {
      const tagBytes = lengthOfId3v2(bytes, here)
      if (tagBytes === 0 && latin1At(bytes, here, 4) !== 'fLaC') return null
      isInBlocks = tagBytes === 0
      at += tagBytes || 4
      continue
    }
    const [kind, ...size] = bytes.subarray(here, here + blockHeaderBytes)
    if ((kind! & 0x7f) === 0) info ??= readStreamInfo(bytes, here + blockHeaderBytes)
    at += blockHeaderBytes + ((size[0]! << 16) | (size[1]! << 8) | size[2]!)
    if (kind! & 0x80) return info && { info, framesFrom: at }
  }
  return null
}

function readStreamInfo(bytes: Uint8Array, at: number): StreamInfo | null {
  if (at + streamInfoBytes > bytes.length) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset + at, streamInfoBytes)
  const mostSamplesPerFrame = view.getUint16(2)
  const statedMostBytes = view.getUint32(7) >>> 8
  // 20 bits of rate, 3 of channels, 5 of depth, 36 of samples.
  const rateAndKind = view.getUint32(10)
  const sampleRate = rateAndKind >>> 12
  const channels = ((rateAndKind >>> 9) & 7) + 1
  const bitsPerSample = ((rateAndKind >>> 4) & 31) + 1
  const totalSamples = (rateAndKind & 15) * 2 ** 32 + view.getUint32(14)
  if (sampleRate === 0 || mostSamplesPerFrame < 16 || bitsPerSample < 4) return null
  return {
    sampleRate,
    channels,
    bitsPerSample,
    totalSamples: totalSamples || null,
    mostSamplesPerFrame,
    mostBytesPerFrame: Math.max(
      statedMostBytes,
      mostBytesOf({ channels, bitsPerSample, samples: mostSamplesPerFrame }),
    ),
  }
}

/** With every sample written as it is, and one bit more, as the difference of two channels has. */
const mostBytesOf = (frame: { channels: number; bitsPerSample: number; samples: number }) =>
  18 + frame.channels * (8 + Math.ceil((frame.samples * (frame.bitsPerSample + 1)) / 8))
