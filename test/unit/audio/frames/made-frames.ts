import type { ByteSource } from '#audio/byte-source.ts'

/** MPEG-1 Layer III, mono unless stated otherwise; the audio is zeros. */
export function mp3Frame({ kilobits = 128, rate = 44_100, padding = 0, channels = 1 } = {}) {
  const kilobitsOf = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320]
  const frame = new Uint8Array(Math.floor((144_000 * kilobits) / rate) + padding)
  const rates = [44_100, 48_000, 32_000]
  const third = (kilobitsOf.indexOf(kilobits) << 4) | (rates.indexOf(rate) << 2) | (padding << 1)
  frame.set([0xff, 0xfb, third, channels === 1 ? 0xc0 : 0x40])
  return frame
}

/** AAC-LC, 44,100 Hz; `bytes` with the header. */
export function adtsFrame({ bytes = 200, channels = 2, blocks = 1 } = {}) {
  const frame = new Uint8Array(bytes)
  const view = new DataView(frame.buffer)
  view.setUint32(0, 0xfff15000 | (channels << 6) | (bytes >> 11))
  view.setUint16(4, ((bytes & 0x7ff) << 5) | 0x1f)
  frame[6] = 0xfc | (blocks - 1)
  return frame
}

/** An MP3 frame with a LAME header. */
export function infoFrame({ kind = 'Xing', frames = 0, bytes = 0, delay = 576, padding = 0 } = {}) {
  const frame = mp3Frame({ kilobits: 160 })
  const view = new DataView(frame.buffer)
  const at = 4 + 17
  frame.set(textBytes(kind), at)
  view.setUint32(at + 4, 15)
  view.setUint32(at + 8, frames)
  view.setUint32(at + 12, bytes)
  for (let place = 0; place < 100; place++) frame[at + 16 + place] = Math.floor(place * 2.56)
  const encoder = at + 16 + 100 + 4
  frame.set(textBytes('LAME3.100'), encoder)
  frame.set([delay >> 4, ((delay & 15) << 4) | (padding >> 8), padding & 0xff], encoder + 21)
  return frame
}

/** An ID3v2 tag with this many bytes of content, such as ones, which look like frames. */
export function id3v2(size: number, { filling = 0xff, hasFooter = false } = {}) {
  const sizes = [21, 14, 7, 0].map((shift) => (size >> shift) & 127)
  const flags = hasFooter ? 0x10 : 0
  const footer = hasFooter ? [...textBytes('3DI'), 4, 0, flags, ...sizes] : []
  const content = new Uint8Array(size).fill(filling)
  return bytesOf(Uint8Array.of(...textBytes('ID3'), 4, 0, flags, ...sizes), content, footer)
}

export const id3v1 = () => bytesOf(textBytes('TAG'), new Uint8Array(125))

export function apeTag(contentBytes: number) {
  const ends = [0xa0000000, 0x80000000].map((flags) => {
    const end = new Uint8Array(32)
    end.set(textBytes('APETAGEX'))
    const view = new DataView(end.buffer)
    view.setUint32(8, 2000, true)
    view.setUint32(12, contentBytes + 32, true)
    view.setUint32(20, flags, true)
    return end
  })
  return bytesOf(ends[0]!, new Uint8Array(contentBytes), ends[1]!)
}

export const textBytes = (text: string) => Array.from(text, (letter) => letter.charCodeAt(0))

export function bytesOf(...parts: readonly ArrayLike<number>[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

/** Bytes in memory; counts how many were read. */
export function sourceOf(bytes: Uint8Array<ArrayBuffer>): ByteSource & { bytesRead: number } {
  return {
    size: bytes.length,
    bytesRead: 0,
    async read(from, to, signal) {
      signal?.throwIfAborted()
      const piece = bytes.slice(from, Math.min(to, bytes.length))
      this.bytesRead += piece.length
      return piece
    },
  }
}

export const times = <Value>(count: number, make: (at: number) => Value) =>
  Array.from({ length: count }, (_, at) => make(at))
