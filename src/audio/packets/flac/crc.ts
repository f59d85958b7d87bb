/** Remainders of each byte, and of each byte that so many others follow. */
function tableOf(
  polynomial: number,
  { bits, following = 0 }: { bits: 8 | 16; following?: number },
) {
  const top = 1 << (bits - 1)
  const mask = top * 2 - 1
  return Uint16Array.from({ length: 256 }, (_, byte) => {
    let remainder = byte << (bits - 8)
    for (let step = 0; step < 8 * (following + 1); step++) {
      remainder = ((remainder << 1) ^ (remainder & top ? polynomial : 0)) & mask
    }
    return remainder
  })
}

const ofByte8 = tableOf(0x07, { bits: 8 })
const [ofByte, ofSecondLast, ofThirdLast, ofFourthLast] = [0, 1, 2, 3].map((following) =>
  tableOf(0x8005, { bits: 16, following }),
) as [Uint16Array, Uint16Array, Uint16Array, Uint16Array]

/** Of a frame's header (RFC 9639, 9.1.8): 0 over the header and its checksum, where it is right. */
export function crc8(bytes: Uint8Array, from: number, to: number): number {
  let crc = 0
  for (let at = from; at < to; at++) crc = ofByte8[crc ^ bytes[at]!]!
  return crc
}

/**
 * Of a whole frame (RFC 9639, 9.3): 0 over the frame and its checksum, where it is right. Goes on from the
 * `crc` of the bytes before. Four bytes a step: a gigabyte a second, where one at a time makes 0.4.
 */
export function crc16(
  bytes: Uint8Array,
  { from, to, crc }: { from: number; to: number; crc: number },
): number {
  let at = from
  for (; at + 4 <= to; at += 4) {
    crc =
      ofFourthLast[(crc >> 8) ^ bytes[at]!]! ^
      ofThirdLast[(crc & 0xff) ^ bytes[at + 1]!]! ^
      ofSecondLast[bytes[at + 2]!]! ^
      ofByte[bytes[at + 3]!]!
  }
  for (; at < to; at++) crc = ((crc << 8) & 0xff00) ^ ofByte[(crc >> 8) ^ bytes[at]!]!
  return crc
}
