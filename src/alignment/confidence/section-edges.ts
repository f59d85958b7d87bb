import { framesPerSecond } from '../acoustic-features/frames.ts'
import type { TimedWord } from '../onset-refinement/refine-onsets.ts'
import type { Section } from '../decoding/decode-section.ts'

/** Seconds: less audio between a section's edge and its text has no room for missing words. */
const shortEdge = 2

/**
 * Decoding of a section starts and ends in the filler state. This removes the mark from its first and last word unless
 * there is enough audio for a filler, or if the script is known to transcribe exactly this audio.
 */
export function withoutEdgeFillers(
  placed: readonly TimedWord[],
  { frames, words }: Section,
  { isOfThisAudio }: { isOfThisAudio: boolean },
): TimedWord[] {
  const isNear = (seconds: number) => isOfThisAudio || seconds < shortEdge
  return placed.map((word) => {
    const isFirst = word.word === words.from && isNear(word.start - frames.from / framesPerSecond)
    const isLast = word.word === words.to - 1 && isNear(frames.to / framesPerSecond - word.end)
    return {
      ...word,
      fillerBefore: word.fillerBefore && !isFirst,
      fillerAfter: word.fillerAfter && !isLast,
    }
  })
}
