const looked = 4096

/**
 * UTF-16 without a byte order mark: digits, blanks and Latin letters have a NUL for their upper half,
 * so the NULs of a transcript in any script stand on one side of its pairs.
 */
export function guessUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const pairs = Math.min(bytes.length, looked) >> 1
  if (pairs < 2 || bytes.length % 2 === 1) return null
  let even = 0
  let odd = 0
  for (let pair = 0; pair < pairs; pair += 1) {
    if (bytes[pair * 2] === 0) even += 1
    if (bytes[pair * 2 + 1] === 0) odd += 1
  }
  if (odd >= pairs * 0.15 && even <= pairs * 0.02) return 'utf-16le'
  if (even >= pairs * 0.15 && odd <= pairs * 0.02) return 'utf-16be'
  return null
}
