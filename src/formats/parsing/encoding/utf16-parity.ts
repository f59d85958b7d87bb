const sampleSize = 4096

/**
 * Detects UTF-16 without a byte order mark. Digits, blanks and Latin letters have NUL as their upper byte, so the NULs
 * of a transcript in any script are all at even or all at odd offsets.
 */
export function guessUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const pairs = Math.min(bytes.length, sampleSize) >> 1
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
