const marks: readonly [encoding: string, mark: readonly number[]][] = [
  // tested before UTF-16LE, which begins with the same two bytes
  ['utf-32', [0xff, 0xfe, 0, 0]],
  ['utf-32', [0, 0, 0xfe, 0xff]],
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

/**
 * The WHATWG label of the encoding that the byte order mark names, or `null`. `utf-32` is not a WHATWG encoding and
 * cannot be decoded.
 */
export function findByteOrderMark(bytes: Uint8Array): string | null {
  const found = marks.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte))
  return found?.[0] ?? null
}
