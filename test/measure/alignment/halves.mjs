/**
 * Assigns a prompt to a half by a hash of its name (FNV-1a, 32 bits), so that it never changes sides. `tuning` is for
 * developing the aligner; `measuring` is not used for that.
 *
 * @returns {'tuning' | 'measuring'}
 */
export function halfOf(name) {
  let hash = 0x811c9dc5
  for (const byte of Buffer.from(name)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0
  // The lowest bit of FNV-1a is only the parity of the bytes.
  return (hash ^ (hash >>> 16)) & 1 ? 'tuning' : 'measuring'
}
