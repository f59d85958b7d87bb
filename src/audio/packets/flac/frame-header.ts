import { crc8 } from './crc.ts'
import type { StreamInfo } from './stream-info.ts'

/** What all frames of a file have in common. */
export interface FlacStream {
  readonly info: StreamInfo
  /** The second byte of each frame: whether frames are as long as each other, and counted, or samples are. */
  readonly second: typeof fixedBlockingByte | typeof variableBlockingByte
  /** What to multiply a frame's number by. */
  readonly samplesPerNumber: number
}

export const fixedBlockingByte = 0xf8
export const variableBlockingByte = 0xf9

export interface FlacFrameHeader {
  /** The first of its samples, counted from the start of the sound. */
  readonly sample: number
  /** Of one channel. */
  readonly samples: number
  /** Bytes of the header. */
  readonly headerLength: number
}

const mostHeaderBytes = 16

/** Hertz, by four bits; 0 says that STREAMINFO says it. */
const sampleRates = [
  0, 88_200, 176_400, 192_000, 8000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000, 96_000,
] as const

/** Bits per sample, by three; 0 says that STREAMINFO says it. */
const depths = [0, 8, 12, null, 16, 20, 24, 32] as const

/**
 * The header of a frame of this stream (RFC 9639, 9.1), `null` where there is none, or `unknown` where the bytes end
 * too early to say.
 */
export function readFlacFrameHeader(
  bytes: Uint8Array,
  at: number,
  { info, second, samplesPerNumber }: FlacStream,
): FlacFrameHeader | null | 'unknown' {
  if (bytes[at] !== 0xff || (at + 1 < bytes.length && bytes[at + 1] !== second)) return null
  if (at + mostHeaderBytes > bytes.length) {
    // Read as if zeros followed: what is right then ends before them.
    const padded = new Uint8Array(mostHeaderBytes)
    padded.set(bytes.subarray(at))
    const header = readFlacFrameHeader(padded, 0, { info, second, samplesPerNumber })
    return header && header !== 'unknown' && at + header.headerLength <= bytes.length
      ? header
      : 'unknown'
  }
  const [third, fourth] = [bytes[at + 2]!, bytes[at + 3]!]
  if (!agreesInKind(fourth, info)) return null

  const number = readCodedNumber(bytes, at + 4)
  if (number === null) return null
  let next = at + 4 + number.length
  const sizeCode = third >> 4
  if (sizeCode === 0) return null
  const samples = readSamples(bytes, next, sizeCode)
  next += sizeCode === 6 ? 1 : sizeCode === 7 ? 2 : 0
  const rateCode = third & 15
  const sampleRate = readSampleRate(bytes, next, rateCode)
  next += rateCode === 12 ? 1 : rateCode === 13 || rateCode === 14 ? 2 : 0

  if (samples > info.mostSamplesPerFrame) return null
  if (sampleRate !== 0 && sampleRate !== info.sampleRate) return null
  if (crc8(bytes, at, next + 1) !== 0) return null
  return { sample: number.value * samplesPerNumber, samples, headerLength: next + 1 - at }
}

function agreesInKind(fourth: number, { channels, bitsPerSample }: StreamInfo): boolean {
  const channelCode = fourth >> 4
  const depth = depths[(fourth >> 1) & 7]
  return (
    (fourth & 1) === 0 &&
    channelCode <= 10 &&
    channels === (channelCode < 8 ? channelCode + 1 : 2) &&
    (depth === 0 || depth === bitsPerSample)
  )
}

function readSamples(bytes: Uint8Array, at: number, code: number): number {
  if (code === 1) return 192
  if (code < 6) return 144 << code
  if (code === 6) return bytes[at]! + 1
  if (code === 7) return ((bytes[at]! << 8) | bytes[at + 1]!) + 1
  return 1 << code
}

/** Hertz, 0 as above; `undefined` for what is no rate. */
function readSampleRate(bytes: Uint8Array, at: number, code: number): number | undefined {
  if (code === 12) return bytes[at]! * 1000
  if (code < 13) return sampleRates[code]
  if (code === 15) return undefined
  const value = (bytes[at]! << 8) | bytes[at + 1]!
  return code === 13 ? value : value * 10
}

/** Up to 36 bits, written as UTF-8 would write them (RFC 9639, 9.1.5). */
function readCodedNumber(bytes: Uint8Array, at: number): { value: number; length: number } | null {
  const first = bytes[at]!
  const length = Math.max(1, Math.clz32(~first << 24))
  if ((first & 0xc0) === 0x80 || first === 0xff) return null
  let value = length === 1 ? first : first & (0x7f >> length)
  for (let next = at + 1; next < at + length; next++) {
    if ((bytes[next]! & 0xc0) !== 0x80) return null
    value = value * 64 + (bytes[next]! & 0x3f)
  }
  return { value, length }
}
