import type { AcousticScorer, ScoredBlock } from './acoustic-scorer.ts'

/** Sections of up to half a minute span at most two blocks. */
const maxBlocks = 2

/** A scorer that keeps the last blocks, for short sections that follow each other: most lie in a block already scored. */
export function createCachingScorer(scorer: AcousticScorer): AcousticScorer {
  const recent = new Map<number, Promise<ScoredBlock>>()
  return {
    concurrency: scorer.concurrency,
    scoreBlock(block) {
      const scored = recent.get(block) ?? scorer.scoreBlock(block)
      // Least recently used first.
      recent.delete(block)
      recent.set(block, scored)
      scored.catch(() => recent.delete(block))
      for (const oldest of recent.keys()) {
        if (recent.size <= maxBlocks) break
        recent.delete(oldest)
      }
      return scored
    },
  }
}
