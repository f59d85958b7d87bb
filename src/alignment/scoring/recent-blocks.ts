import type { Ear, HeardBlock } from './acoustic-scorer.ts'

/** A stretch of a minute or less, somewhere, is in so many blocks. */
const remembered = 2

/** An ear for stretches that come one after the other: most of them are in a block that was heard already. */
export function createRememberingEar(ear: Ear): Ear {
  const lately = new Map<number, Promise<HeardBlock>>()
  return {
    lanes: ear.lanes,
    hear(block) {
      const known = lately.get(block) ?? ear.hear(block)
      // The one that was asked for last is forgotten last.
      lately.delete(block)
      lately.set(block, known)
      known.catch(() => lately.delete(block))
      for (const oldest of lately.keys()) {
        if (lately.size <= remembered) break
        lately.delete(oldest)
      }
      return known
    },
  }
}
