import { framesPerSecond } from '../acoustic-features/frames.ts'
import type { TimedWord } from '../onset-refinement/refine-onsets.ts'
import type { Section } from '../decoding/decode-section.ts'

/** Seconds: less sound than this between a section's rim and its text leaves no room for anything that is missing. */
const nothingMuch = 2

/**
 * A search begins and ends with a gap, whether there is one or not. The first and the last word of a section are beside
 * one only where there is sound enough for it; never where all of the sound is known to be that of the words.
 */
export function withoutEdgeFillers(
  placed: readonly TimedWord[],
  { frames, words }: Section,
  { isOfThisAudio }: { isOfThisAudio: boolean },
): TimedWord[] {
  const isNear = (seconds: number) => isOfThisAudio || seconds < nothingMuch
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
