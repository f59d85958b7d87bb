/** The text of an ID3v2 frame: a byte for the encoding, then the first of its strings, with blanks as one. */
export function id3Text(content: Uint8Array): string {
  const [encoding = 0] = content
  const bytes = content.subarray(1)
  return decoderOf(encoding, bytes).decode(bytes).split('\0', 1)[0]!.replace(/\s+/g, ' ').trim()
}

/** Latin-1 (read as windows-1252), UTF-16 with a byte order mark or without, UTF-8. */
function decoderOf(encoding: number, bytes: Uint8Array): TextDecoder {
  if (encoding === 3) return new TextDecoder('utf-8')
  if (encoding === 2) return new TextDecoder('utf-16be')
  if (encoding === 1) {
    return new TextDecoder(bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-16le')
  }
  return new TextDecoder('windows-1252')
}

/** Removes the zero bytes with which a tag avoids what looks like the beginning of an MP3 frame. */
export function withoutUnsynchronisation(bytes: Uint8Array): Uint8Array {
  return bytes.filter((byte, at) => byte !== 0 || bytes[at - 1] !== 0xff)
}
