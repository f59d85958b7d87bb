import { framesPerSecond, quietStretches } from './loudness.ts'
import type { Frames } from './loudness.ts'

/** The recogniser hears no more at once. Seconds. */
export const longestChunk = 14
/** Seconds that a chunk should have before the next good pause ends it: a sentence or two. */
const goodLength = 5
/** Seconds of a pause that ends a chunk of good length, and of one that ends any. */
const goodPause = 0.4
const longPause = 1
/**
 * Kept of the silence at both ends, seconds. The recogniser wants little: of 52 prompts of two to six words, with
 * 0 / 0.05 / 0.1 / 0.25 / 0.5 s around them, 14 / 5 / 6 / 10 / 16 % of the words came out wrong, and with half a
 * second nothing at all was written of every sixth. In longer recordings it hardly matters.
 */
const margin = 0.1
/** Where there is no pause, the quietest so many seconds are cut in the middle. */
const breath = 0.12

const frames = (seconds: number) => Math.round(seconds * framesPerSecond)

/** Where the next chunk is, in frames: `null` where only silence is left. */
export interface Cut {
  readonly chunk: Frames | null
  /** Everything before this has been dealt with. */
  readonly next: number
}

/**
 * Where to cut sound whose loudness is given, from its beginning. What is quieter than `silent` is skipped;
 * everything else is in one chunk. Where what is there is too little to say, unless it is `isWhole`, the silence
 * before is skipped first.
 */
export function cutNext(
  loudness: Float32Array,
  { silent, isWhole }: { silent: number; isWhole: boolean },
): Cut {
  const first = loudness.findIndex((level) => level >= silent)
  if (first === -1) return { chunk: null, next: loudness.length }
  const from = Math.max(0, first - frames(margin))
  const reach = Math.min(loudness.length, from + frames(longestChunk))
  const isShort = reach - from < frames(longestChunk)
  if (isShort && !isWhole && from > 0) return { chunk: null, next: from }
  const within = loudness.subarray(from, reach)
  const speech = first - from
  const pause = quietStretches(within, { below: silent, least: frames(goodPause) }).find(
    (quiet) =>
      quiet.from > speech &&
      (quiet.from - speech >= frames(goodLength) || quiet.to - quiet.from >= frames(longPause)),
  )
  if (pause) {
    const to = from + Math.min(pause.to, pause.from + frames(margin))
    return { chunk: { from, to }, next: Math.max(to, from + pause.to - frames(margin)) }
  }
  const to = isShort ? reach : from + quietestPlace(within)
  return { chunk: { from, to }, next: to }
}

/** The middle of the quietest breath in the last two thirds, the later one of two that are alike. */
function quietestPlace(loudness: Float32Array): number {
  const width = frames(breath)
  let best = loudness.length
  let quietest = Infinity
  for (let at = Math.round(loudness.length / 3); at + width <= loudness.length; at++) {
    const level = loudness.subarray(at, at + width).reduce((sum, each) => sum + each, 0) / width
    if (level > quietest) continue
    quietest = level
    best = at + Math.floor(width / 2)
  }
  return best
}
