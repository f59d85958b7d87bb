import type { Codebook } from './codebooks.ts'

/** Bits by which most codewords are found at once. */
const firstBits = 9

/** How a codeword is found in the bits that follow. */
export interface HuffmanTable {
  /** By the next `firstBits` bits: length of the codeword in the upper 16 bits, symbol in the lower; 0: it is longer. */
  readonly short: Int32Array
  readonly symbols: Uint16Array
  /** By length: where its codewords end, as a number of `longestBits` bits. */
  readonly ends: Int32Array
  /** By length: what to add to a codeword of that length for its place in `symbols`. */
  readonly places: Int32Array
}

/** No codeword is longer. */
const longestBits = 19

export function createHuffmanTable({ codewordsOfLength, symbols }: Codebook): HuffmanTable {
  const short = new Int32Array(1 << firstBits)
  const ends = new Int32Array(longestBits + 1)
  const places = new Int32Array(longestBits + 1)
  let code = 0
  let place = 0
  for (let length = 1; length <= longestBits; length++) {
    code *= 2
    const count = codewordsOfLength[length - 1] ?? 0
    places[length] = place - code
    const rest = firstBits - length
    const shortCount = rest < 0 ? 0 : count
    for (let each = 0; each < shortCount; each++) {
      const entry = (length << 16) | symbols[place + each]!
      short.fill(entry, (code + each) << rest, (code + each + 1) << rest)
    }
    code += count
    place += count
    ends[length] = code << (longestBits - length)
  }
  return { short, symbols: Uint16Array.from(symbols), ends, places }
}

/**
 * The codeword at the front of `bits`, whose uppermost bit comes first: its length in the upper 16 bits, its symbol in the
 * lower ones.
 */
export function lookUp({ short, symbols, ends, places }: HuffmanTable, bits: number): number {
  const entry = short[bits >>> (32 - firstBits)]!
  if (entry !== 0) return entry
  const code = bits >>> (32 - longestBits)
  let length = firstBits + 1
  while (length < longestBits && code >= ends[length]!) length++
  return (length << 16) | symbols[(bits >>> (32 - length)) + places[length]!]!
}
