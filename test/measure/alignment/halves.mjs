/**
 * `tuning` is for building the aligner, `measuring` is never looked at then. By the name alone, so that nothing
 * ever changes sides: FNV-1a, 32 bits.
 *
 * @returns {'tuning' | 'measuring'}
 */
export function halfOf(name) {
  let hash = 0x811c9dc5
  for (const byte of Buffer.from(name)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0
  // The lowest bit of FNV-1a is but the parity of the bytes.
  return (hash ^ (hash >>> 16)) & 1 ? 'tuning' : 'measuring'
}
