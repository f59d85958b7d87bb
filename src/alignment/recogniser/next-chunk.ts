import { framesPerSecond } from '../acoustic-features/frames.ts'
import type { FrameRange } from '../acoustic-features/frames.ts'
import { quietRanges } from './loudness.ts'

/** The longest input of the recogniser, seconds. */
export const longestChunk = 14
/** Length after which the next good pause ends a chunk, seconds: a sentence or two. */
const goodLength = 5
/** Length of a pause that ends a chunk of good length, and of one that ends any chunk, seconds. */
const goodPause = 0.4
const longPause = 1
/**
 * Silence kept at both ends, seconds. Over 52 prompts of two to six words with 0 / 0.05 / 0.1 / 0.25 / 0.5 s, the word
 * error rate was 14 / 5 / 6 / 10 / 16 %, and with half a second every sixth prompt gave no text. In longer
 * recordings it makes little difference.
 */
const margin = 0.1
/** Without a pause, a chunk is cut in the middle of the quietest range of this length, seconds. */
const cutWidth = 0.12

const frames = (seconds: number) => Math.round(seconds * framesPerSecond)

/** The next chunk. */
export interface NextChunk {
  /** `null`: silence only, to be skipped. */
  readonly chunk: FrameRange | null
  /** The frame at which the rest starts. */
  readonly next: number
}

/**
 * Cuts the first chunk from audio, given its frame levels. Frames below `silent` decibels are skipped between chunks.
 * `isWhole`: no more audio follows. If more follows and the audio is too short to decide, only leading silence is skipped.
 */
export function nextChunk(
  loudness: Float32Array,
  { silent, isWhole }: { silent: number; isWhole: boolean },
): NextChunk {
  const first = loudness.findIndex((level) => level >= silent)
  if (first === -1) return { chunk: null, next: loudness.length }
  const from = Math.max(0, first - frames(margin))
  const reach = Math.min(loudness.length, from + frames(longestChunk))
  const isShort = reach - from < frames(longestChunk)
  if (isShort && !isWhole && from > 0) return { chunk: null, next: from }
  const within = loudness.subarray(from, reach)
  const speech = first - from
  const pause = quietRanges(within, { below: silent, least: frames(goodPause) }).find(
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

/** The middle of the quietest range of the last two thirds; the later of two equal ones. */
function quietestPlace(loudness: Float32Array): number {
  const width = frames(cutWidth)
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
