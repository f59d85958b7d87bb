/** Text from the numbers of its pieces; those that stand for no text are left out. */
export type TextOf = (tokens: readonly number[]) => string

/** Before them are the marks for unknown, begin and end. */
const firstPiece = 3

/**
 * Reads LLaMA's vocabulary, one piece a line: `▁` is a space, `<0xE2>` a byte of UTF-8 for what has no piece
 * of its own.
 */
export function readVocabulary(bytes: Uint8Array): TextOf {
  const pieces = new TextDecoder().decode(bytes).split('\n')
  const encoder = new TextEncoder()
  const bytesOf = (token: number) => {
    const piece = token < firstPiece ? '' : (pieces[token] ?? '')
    const byte = /^<0x([0-9A-F]{2})>$/.exec(piece)?.[1]
    return byte === undefined ? encoder.encode(piece.replaceAll('▁', ' ')) : [parseInt(byte, 16)]
  }
  return (tokens) => {
    const text = Uint8Array.from(tokens.flatMap((token) => Array.from(bytesOf(token))))
    return new TextDecoder().decode(text).trim().normalize('NFC')
  }
}
