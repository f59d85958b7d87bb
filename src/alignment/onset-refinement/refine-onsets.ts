import { loudnessStepsPerFrame } from '../acoustic-features/loudness-meter.ts'
import type { ScoreCache } from '../scoring/score-cache.ts'
import { framesPerSecond } from '../acoustic-features/frames.ts'
import type { DecodedWord } from '../decoding/viterbi.ts'
import type { DecodedPart } from '../decoding/decode-section.ts'
import { faintRise, findOnset } from './find-onset.ts'

/** A word of the path with its time in the recording, and what speaks for it. */
export interface TimedWord {
  readonly word: number
  /** Seconds. */
  readonly start: number
  readonly end: number
  /** How much better than the best row of phones it explains its frames, a frame. */
  readonly likelihoodRatio: number
  readonly frames: number
  /** Decibels above the pause before it; `null` where there is none. */
  readonly contrast: number | null
  /** Text or sound without a counterpart is before it, or after it. */
  readonly fillerBefore: boolean
  readonly fillerAfter: boolean
}

/** A pause that the ear can find the end of, frames. */
const leastPause = 5
/** A frame describes what is in its middle: a word begins so much later than its first frame, seconds. */
const lateness = 0.013

/**
 * Gives the words of a path their times; those after a pause begin where their sound does, and none before the frame
 * `since` or goes on after `until`.
 */
export async function refineOnsets(
  path: readonly DecodedWord[],
  heard: ScoreCache,
  { fillerBefore, since, until }: Pick<DecodedPart, 'fillerBefore' | 'since' | 'until'>,
): Promise<TimedWord[]> {
  const first = path[0]
  const last = path.at(-1)
  if (!first || !last) return []
  const from = Math.max(0, first.start - framesPerSecond)
  const loudness = await heard.loudness({ from, to: last.end + framesPerSecond })
  const steps = (frame: number) => (frame - from) * loudnessStepsPerFrame
  const seconds = (step: number) =>
    from / framesPerSecond + step / loudnessStepsPerFrame / framesPerSecond

  const placed = path.map((word, at): TimedWord => {
    const before = path[at - 1]
    const pause = before ? word.start - before.end : Infinity
    const isAfterPause = pause >= leastPause
    const onset = isAfterPause
      ? findOnset({
          loudness,
          at: steps(word.start),
          end: steps(word.end),
          before: steps(before ? before.end : since),
        })
      : null
    const frames = word.end - word.start
    return {
      word: word.word,
      start: onset
        ? seconds(onset.at) + (onset.contrast < faintRise ? lateness : 0)
        : word.start / framesPerSecond + lateness,
      end: Math.min(
        word.end / framesPerSecond + lateness,
        Math.max(until, word.end) / framesPerSecond,
      ),
      likelihoodRatio: word.score / frames,
      frames,
      contrast: onset?.contrast ?? null,
      fillerBefore: before ? before.fillerAfter : fillerBefore,
      fillerAfter: word.fillerAfter,
    }
  })
  return placed.map((word, at) => {
    const next = placed[at + 1]
    const end = next ? Math.min(word.end, next.start) : word.end
    return { ...word, end: Math.max(end, word.start + 0.01) }
  })
}
