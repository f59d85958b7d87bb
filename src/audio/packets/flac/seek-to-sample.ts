import { framesWith } from './frame-finder.ts'
import type { FoundFrame, FrameFinder } from './frame-finder.ts'
import type { SeekPoint, SeekPoints } from './seek-points.ts'

/** What is nearer is read up to, bytes. */
const nearBytes = 32 * 1024
/** Attempts that reckon; after them, every second one halves, which ends. */
const reckoningAttempts = 6
/** Twice what halving all the bytes takes that a file can have. */
const mostAttempts = 100

/**
 * The last frame that begins at this sample or before, or one a little before it: guessed by the bytes between places
 * that are known, and corrected. `end`: where the sound ends, its sample `Infinity` where that is not known.
 * Rejects as the source does.
 */
export async function seekToSample(
  sample: number,
  {
    finder,
    places,
    end,
    readBytes,
  }: { finder: FrameFinder; places: SeekPoints; end: SeekPoint; readBytes: number },
): Promise<FoundFrame | null> {
  let low = places.upTo(sample)
  let high = places.after(sample) ?? end
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const between = high.byte - low.byte
    const reckoned = (between * (sample - low.sample)) / (high.sample - low.sample)
    const isNear = Number.isFinite(high.sample) && reckoned < nearBytes
    if (isNear || between < nearBytes) break

    const halves = attempt >= reckoningAttempts && attempt % 2 === 0
    const offset = halves || !Number.isFinite(high.sample) ? between / 2 : reckoned
    // A little before, so that the frame is read whole.
    const guess = Math.floor(low.byte + offset - finder.windowBytes / 3)
    const byte = Math.max(low.byte + 1, Math.min(high.byte - 1, guess))
    const found = await finder.firstFrom(byte, { before: high.byte, readBytes })
    const isBetween =
      found !== null && found.frame.sample > low.sample && found.frame.sample < high.sample
    if (!isBetween) {
      high = { byte, sample: high.sample }
      continue
    }
    places.add(seekPointOf(found))
    if (found.frame.sample > sample) {
      high = { byte, sample: found.frame.sample }
      continue
    }
    const { last, isLastBefore } = lastUpTo(sample, found, finder)
    if (isLastBefore) return last
    places.add(seekPointOf(last))
    low = seekPointOf(last)
  }
  return finder.firstFrom(low.byte, { readBytes })
}

export const seekPointOf = ({ byte, frame }: FoundFrame): SeekPoint => ({
  byte,
  sample: frame.sample,
})

/** The last of the frames read together that begins at this sample or before; whether it is the last of all. */
function lastUpTo(sample: number, found: FoundFrame, { stream }: FrameFinder) {
  let last = found
  for (const next of framesWith(found, stream)) {
    if (next.frame.sample > sample) return { last, isLastBefore: true }
    last = next
  }
  return { last, isLastBefore: last.frame.sample + last.frame.samples > sample }
}
