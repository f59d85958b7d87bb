import { describe, expect, test } from 'vitest'
import { scaleFactorCodebook, spectralCodebooks } from '#audio/decoding/aac/codebooks.ts'
import type { Codebook } from '#audio/decoding/aac/codebooks.ts'
import { createHuffmanTable, lookUp } from '#audio/decoding/aac/huffman.ts'

const codebooks: [string, Codebook, number][] = [
  ['of scale factors', scaleFactorCodebook, 121],
  ...[81, 81, 81, 81, 81, 81, 64, 64, 169, 169, 289].map((size, at): [string, Codebook, number] => [
    String(at + 1),
    spectralCodebooks[at]!,
    size,
  ]),
]

/** Codewords of a codebook as strings of 0 and 1, each with what it stands for. */
function codewordsOf({ codewordsOfLength, symbols }: Codebook): [string, number][] {
  let code = 0
  const words = codewordsOfLength.flatMap((count, at) => {
    code *= 2
    return Array.from({ length: count }, () => (code++).toString(2).padStart(at + 1, '0'))
  })
  return words.map((word, at) => [word, symbols[at]!])
}

describe.each(codebooks)('codebook %s', (_, codebook, size) => {
  test('has a codeword for each symbol, and no bits that are none', () => {
    expect(codebook.symbols.toSorted((a, b) => a - b)).toEqual([...Array(size).keys()])
    const share = codebook.codewordsOfLength.reduce(
      (sum, count, at) => sum + count / 2 ** (at + 1),
      0,
    )
    expect(share).toBe(1)
  })

  test('is found by the bits, whatever follows', () => {
    const table = createHuffmanTable(codebook)
    for (const [word, symbol] of codewordsOf(codebook)) {
      for (const rest of ['0', '1']) {
        const found = lookUp(table, Number.parseInt(word.padEnd(32, rest), 2) | 0)
        expect([found >> 16, found & 0xffff]).toEqual([word.length, symbol])
      }
    }
  })
})
