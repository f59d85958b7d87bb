import { loudnessStepsPerFrame } from '../acoustic-features/loudness-meter.ts'
import type { ScoreCache } from '../scoring/score-cache.ts'
import { framesPerSecond } from '../acoustic-features/frames.ts'
import type { DecodedWord } from '../decoding/viterbi.ts'
import type { DecodedPart } from '../decoding/decode-section.ts'
import { faintRise, findOnset } from './find-onset.ts'

/** A decoded word with its time in the recording, and the evidence for it. */
export interface TimedWord {
  readonly word: number
  /** Seconds. */
  readonly start: number
  readonly end: number
  /** Log-likelihood ratio against the phone loop, nats per frame. */
  readonly likelihoodRatio: number
  readonly frames: number
  /** Level above the pause before it, decibels; `null` without a pause. */
  readonly contrast: number | null
  /** The filler state precedes or follows it. */
  readonly fillerBefore: boolean
  readonly fillerAfter: boolean
}

/** Frames: onsets are refined after pauses of at least this length. */
const minPause = 5
/** A frame describes its middle, so a word starts this much after the start of its first frame, seconds. */
const frameOffset = 0.013

/**
 * Gives decoded words their times. Words after a pause start where their energy rises; no word starts before the frame
 * `since` or ends after `until`.
 */
export async function refineOnsets(
  path: readonly DecodedWord[],
  scoreCache: ScoreCache,
  { fillerBefore, since, until }: Pick<DecodedPart, 'fillerBefore' | 'since' | 'until'>,
): Promise<TimedWord[]> {
  const first = path[0]
  const last = path.at(-1)
  if (!first || !last) return []
  const from = Math.max(0, first.start - framesPerSecond)
  const loudness = await scoreCache.loudness({ from, to: last.end + framesPerSecond })
  const steps = (frame: number) => (frame - from) * loudnessStepsPerFrame
  const seconds = (step: number) =>
    from / framesPerSecond + step / loudnessStepsPerFrame / framesPerSecond

  const placed = path.map((word, at): TimedWord => {
    const before = path[at - 1]
    const pause = before ? word.start - before.end : Infinity
    const isAfterPause = pause >= minPause
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
        ? seconds(onset.at) + (onset.contrast < faintRise ? frameOffset : 0)
        : word.start / framesPerSecond + frameOffset,
      end: Math.min(
        word.end / framesPerSecond + frameOffset,
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
