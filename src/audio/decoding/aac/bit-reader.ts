/** Reads a packet bit by bit, the uppermost bit of each byte first. What is after its end is 0. */
export interface BitReader {
  /** Bits from the start of the packet. */
  position: number
  /** True where more has been read than the packet has. */
  readonly isPastEnd: boolean
  open(packet: Uint8Array): void
  /** Of the next 32 bits at least the first 25. */
  peek(): number
  /** Up to 24 bits. */
  read(count: number): number
}

/** What is looked at after the end of a packet, bytes. */
const paddingBytes = 16

export function createBitReader(): BitReader {
  let buffer = new Uint8Array(0)
  let view = new DataView(buffer.buffer)
  let endBits = 0
  let lastByte = 0
  const reader = {
    position: 0,
    get isPastEnd() {
      return reader.position > endBits
    },
    open(packet: Uint8Array) {
      if (buffer.length < packet.length + paddingBytes) {
        buffer = new Uint8Array(packet.length * 2 + paddingBytes)
        view = new DataView(buffer.buffer)
      }
      buffer.set(packet)
      buffer.fill(0, packet.length, packet.length + paddingBytes)
      reader.position = 0
      endBits = packet.length * 8
      lastByte = buffer.length - 4
    },
    peek() {
      const byte = Math.min(reader.position >> 3, lastByte)
      return view.getUint32(byte) << (reader.position & 7)
    },
    read(count: number) {
      if (count === 0) return 0
      const bits = reader.peek() >>> (32 - count)
      reader.position += count
      return bits
    },
  }
  return reader
}
