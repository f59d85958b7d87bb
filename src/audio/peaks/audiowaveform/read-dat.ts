import { remakeAdvice, refusePeaks, refuseHeader } from './peaks-file.ts'
import type { PixelPeaks, PeaksRefusal } from './peaks-file.ts'

const headerLengths: Readonly<Record<number, number>> = { 1: 20, 2: 24 }

/**
 * Header, little endian: int32 version, uint32 flags (bit 0: 8 bits, else 16), int32 sample rate, int32
 * samples per pixel, uint32 length, and from version 2 on int32 channels. What follows the peaks is passed over.
 */
export function readDat(bytes: Uint8Array, name: string): PixelPeaks | PeaksRefusal {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const breaksOff = (where: string) =>
    refusePeaks(`${name} breaks off ${where}: it is not whole. ${remakeAdvice}`)
  if (bytes.length < 4) return breaksOff('in its header')
  const version = view.getInt32(0, true)
  const headerLength = headerLengths[version]
  if (headerLength === undefined) {
    return refusePeaks(
      `${name} is of version ${version} of audiowaveform's format, and Earshot reads 1 and 2. Make it again with a version of audiowaveform that writes these.`,
    )
  }
  if (bytes.length < headerLength) return breaksOff('in its header')
  const isEightBit = (view.getUint32(4, true) & 1) === 1
  const header = {
    sampleRate: view.getInt32(8, true),
    samplesPerPixel: view.getInt32(12, true),
    length: view.getUint32(16, true),
    channels: version === 1 ? 1 : view.getInt32(20, true),
  }
  const refusal = refuseHeader(name, header)
  if (refusal) return refusal
  const count = header.length * header.channels * 2
  const there = (bytes.length - headerLength) / (isEightBit ? 1 : 2)
  if (there < count) {
    const whole = Math.floor(there / (header.channels * 2))
    return breaksOff(
      `after ${whole.toLocaleString('en')} of ${header.length.toLocaleString('en')} peaks`,
    )
  }
  return {
    ...header,
    fullScale: isEightBit ? 128 : 32_768,
    samples: isEightBit
      ? new Int8Array(bytes.buffer, bytes.byteOffset + headerLength, count)
      : sixteenBit(view, headerLength, count),
  }
}

function sixteenBit(view: DataView, from: number, count: number): Int16Array {
  const samples = new Int16Array(count)
  for (let at = 0; at < count; at++) samples[at] = view.getInt16(from + at * 2, true)
  return samples
}
