import { bytesOf, textBytes } from '../frames/made-frames.ts'

export function chunk(
  id: string,
  content: ArrayLike<number>,
  { size = content.length } = {},
): Uint8Array<ArrayBuffer> {
  const pad = content.length % 2 === 1 ? [0] : []
  return bytesOf(textBytes(id), uint32(size), content, pad)
}

export const uint16 = (value: number) => [value & 0xff, value >> 8]
export const uint32 = (value: number) => [0, 8, 16, 24].map((shift) => (value >>> shift) & 0xff)

interface FormatParts {
  tag?: number
  channels?: number
  sampleRate?: number
  bits?: number
  isExtensible?: boolean
}

export function formatChunk({
  tag = 1,
  channels = 1,
  sampleRate = 8000,
  bits = 16,
  isExtensible = false,
}: FormatParts = {}): Uint8Array<ArrayBuffer> {
  const bytesPerFrame = channels * Math.ceil(bits / 8)
  const rest = [textBytes('\0\0\0\0\x10\0'), [0x80, 0, 0, 0xaa, 0, 0x38, 0x9b, 0x71]].flat()
  return chunk('fmt ', [
    ...uint16(isExtensible ? 0xfffe : tag),
    ...uint16(channels),
    ...uint32(sampleRate),
    ...uint32(sampleRate * bytesPerFrame),
    ...uint16(bytesPerFrame),
    ...uint16(bits),
    ...(isExtensible
      ? [...uint16(22), ...uint16(bits), ...uint32(0), ...uint16(tag), ...rest]
      : []),
  ])
}

export function waveFile(
  chunks: readonly Uint8Array[],
  { form = 'RIFF', size = chunks.reduce((sum, { length }) => sum + length, 4) } = {},
): Uint8Array<ArrayBuffer> {
  return bytesOf(textBytes(form), uint32(size), textBytes('WAVE'), ...chunks)
}
