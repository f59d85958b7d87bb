/** Decodes token ids to text, without the special tokens. */
export type TextOf = (tokens: readonly number[]) => string

/** Ids below it are special: unknown, begin, end. */
const firstPiece = 3

/**
 * Reads LLaMA's SentencePiece vocabulary, one piece per line: `▁` is a space, `<0xE2>` a UTF-8 byte of a character without
 * a piece of its own.
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
