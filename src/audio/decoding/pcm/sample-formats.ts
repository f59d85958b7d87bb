import type { InterleavedBlock } from '../recording-decoder.ts'

/** How a sample is written. */
export interface SampleFormat {
  readonly bytesPerSample: number
  /** Turns samples that take turns by channel into one plane for each, −1 to 1. */
  deinterleave(bytes: Uint8Array<ArrayBuffer>, planes: readonly Float32Array[]): void
  /** Where samples are numbers of the machine: how to look at them as such. */
  readonly native?: NativeNumbers
}

export interface NativeNumbers {
  /** A view, or a copy where the bytes do not lie as the machine wants them. */
  view(bytes: Uint8Array<ArrayBuffer>): InterleavedBlock['samples']
  readonly fullScale: number
}

interface NumbersOf<Numbers> {
  readonly BYTES_PER_ELEMENT: number
  new (buffer: ArrayBuffer, byteOffset: number, length: number): Numbers
}

function viewAs<Numbers>(Kind: NumbersOf<Numbers>, bytes: Uint8Array<ArrayBuffer>): Numbers {
  const isAligned = bytes.byteOffset % Kind.BYTES_PER_ELEMENT === 0
  const { buffer, byteOffset } = isAligned ? bytes : bytes.slice()
  return new Kind(buffer, byteOffset, Math.floor(bytes.length / Kind.BYTES_PER_ELEMENT))
}

const native = (Kind: NumbersOf<InterleavedBlock['samples']>, fullScale: number): SampleFormat => ({
  ...numeric(Kind, fullScale),
  native: { view: (bytes) => viewAs(Kind, bytes), fullScale },
})

/** Numbers in the order of bytes of every machine that has a browser, the little-endian one. */
const numeric = (
  Kind: NumbersOf<InterleavedBlock['samples'] | Float64Array>,
  fullScale: number,
): SampleFormat => ({
  bytesPerSample: Kind.BYTES_PER_ELEMENT,
  deinterleave(bytes, planes) {
    const step = planes.length
    const count = (planes[0]?.length ?? 0) * step
    const used = bytes.subarray(0, count * Kind.BYTES_PER_ELEMENT)
    const numbers = viewAs(Kind, used)
    const scale = 1 / fullScale
    planes.forEach((plane, channel) => {
      const { length } = plane
      for (let frame = 0, at = channel; frame < length; frame++, at += step) {
        plane[frame] = numbers[at]! * scale
      }
    })
  },
})

const s24: SampleFormat = {
  bytesPerSample: 3,
  deinterleave(bytes, planes) {
    const step = planes.length * 3
    planes.forEach((plane, channel) => {
      for (let frame = 0, at = channel * 3; frame < plane.length; frame++, at += step) {
        const high = (bytes[at]! << 8) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 24)
        plane[frame] = high / 2 ** 31
      }
    })
  },
}

/** One byte a sample, each of which means something. */
function coded(meaningOf: (byte: number) => number): SampleFormat {
  const meanings = Float32Array.from({ length: 256 }, (_, byte) => meaningOf(byte))
  return {
    bytesPerSample: 1,
    deinterleave(bytes, planes) {
      planes.forEach((plane, channel) => {
        let at = channel
        for (let frame = 0; frame < plane.length; frame++, at += planes.length) {
          plane[frame] = meanings[bytes[at]!]!
        }
      })
    },
  }
}

/** ITU-T G.711, table 1: every other bit is turned round. */
function meaningOfALaw(byte: number): number {
  const bits = byte ^ 0x55
  const segment = (bits >> 4) & 7
  const inside = ((bits & 15) << 4) + 8
  const loudness = segment === 0 ? inside : (inside + 0x100) << (segment - 1)
  return (bits & 0x80 ? loudness : -loudness) / 2 ** 15
}

/** ITU-T G.711, table 2: every bit is turned round. */
function meaningOfMuLaw(byte: number): number {
  const bits = ~byte
  const loudness = ((((bits & 15) << 3) + 0x84) << ((bits >> 4) & 7)) - 0x84
  return (bits & 0x80 ? -loudness : loudness) / 2 ** 15
}

const integers: Record<number, SampleFormat> = {
  8: coded((byte) => (byte - 128) / 128),
  16: native(Int16Array, 2 ** 15),
  24: s24,
  32: native(Int32Array, 2 ** 31),
}

const floats: Record<number, SampleFormat> = {
  32: native(Float32Array, 1),
  64: numeric(Float64Array, 1),
}

const aLaw = coded(meaningOfALaw)
const muLaw = coded(meaningOfMuLaw)

/** By the format tag of WAVE (RFC 2361, appendix A) and bits per sample; `null` for any other kind. */
export function sampleFormatOf(tag: number, bits: number): SampleFormat | null {
  if (tag === 1) return integers[bits] ?? null
  if (tag === 3) return floats[bits] ?? null
  if (tag === 6) return aLaw
  if (tag === 7) return muLaw
  return null
}
