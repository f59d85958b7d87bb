import { bytesOf, textBytes, times } from '../frames/made-frames.ts'

/** CRC bit by bit, as RFC 9639 describes it. */
function remainder(bytes: ArrayLike<number>, bits: 8 | 16): number {
  const polynomial = bits === 8 ? 0x07 : 0x8005
  const top = 1 << (bits - 1)
  return Array.from(bytes).reduce((crc, byte) => {
    let rest = crc ^ (byte << (bits - 8))
    for (let step = 0; step < 8; step++) {
      rest = ((rest << 1) ^ (rest & top ? polynomial : 0)) & (top * 2 - 1)
    }
    return rest
  }, 0)
}

/** A number coded like UTF-8, up to 36 bits. */
function coded(number: number): number[] {
  if (number < 0x80) return [number]
  const following = [1, 2, 3, 4, 5, 6].find((count) => number < 2 ** (5 * count + 6))!
  const sixBits = (place: number) => 0x80 | (Math.floor(number / 64 ** place) % 64)
  const first = ((0xff << (7 - following)) & 0xff) | Math.floor(number / 64 ** following)
  return [first, ...times(following, (at) => sixBits(following - 1 - at))]
}

export interface FrameParts {
  /** Number of the frame, or of its first sample with variable block sizes. */
  number: number
  samples: number
  isVariable?: boolean
  /** Samples of its one channel, 16 bits; noise by default. */
  content?: ArrayLike<number>
}

export function flacHeader({ number, samples, isVariable = false }: FrameParts): number[] {
  const size = [(samples - 1) >> 8, (samples - 1) & 0xff]
  const header = [0xff, isVariable ? 0xf9 : 0xf8, 0x70, 0x08, ...coded(number), ...size]
  return [...header, remainder(header, 8)]
}

/** A mono frame of a VERBATIM subframe, with the rate of STREAMINFO. */
export function flacFrame(parts: FrameParts): Uint8Array<ArrayBuffer> {
  const content = parts.content ?? noise(parts.samples * 2, parts.number + 1)
  const body = bytesOf(flacHeader(parts), [0x02], content)
  const crc = remainder(body, 16)
  return bytesOf(body, [crc >> 8, crc & 0xff])
}

/** A mono frame of a CONSTANT subframe. */
export function constantFrame(parts: FrameParts): Uint8Array<ArrayBuffer> {
  const body = bytesOf(flacHeader(parts), [0x00, 0, 7])
  const crc = remainder(body, 16)
  return bytesOf(body, [crc >> 8, crc & 0xff])
}

/** The same bytes each time for a seed, many of them 0xff. */
export function noise(length: number, seed: number): Uint8Array<ArrayBuffer> {
  let state = (seed * 2_654_435_761) >>> 0
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state >>> 28 === 0 ? 0xff : state >>> 24
  })
}

export interface InfoParts {
  sampleRate?: number
  channels?: number
  totalSamples?: number
  mostSamples?: number
}

/** `fLaC` and STREAMINFO of 16 bits, then these blocks. */
export function flacStart(
  { sampleRate = 8000, channels = 1, totalSamples = 0, mostSamples = 192 }: InfoParts = {},
  blocks: readonly Uint8Array[] = [],
): Uint8Array<ArrayBuffer> {
  const info = new Uint8Array(34)
  const view = new DataView(info.buffer)
  view.setUint16(0, mostSamples)
  view.setUint16(2, mostSamples)
  view.setUint32(10, (sampleRate << 12) | ((channels - 1) << 9) | (15 << 4))
  view.setUint32(14, totalSamples)
  const all = [metadataBlock(0, info), ...blocks]
  all.at(-1)![0]! |= 0x80
  return bytesOf(textBytes('fLaC'), ...all)
}

export function metadataBlock(kind: number, content: Uint8Array): Uint8Array<ArrayBuffer> {
  const { length } = content
  return bytesOf([kind, length >> 16, (length >> 8) & 0xff, length & 0xff], content)
}
