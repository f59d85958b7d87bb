import type { AcousticModel } from '../acoustic-model/acoustic-model.ts'
import type { FrameRange } from '../acoustic-features/frames.ts'
import type { ScoreCache } from '../scoring/score-cache.ts'
import { createDecodingGraph } from './decoding-graph.ts'
import type { Pronunciations } from './decoding-graph.ts'
import type { Penalties } from './penalties.ts'
import { decodeViterbi } from './viterbi.ts'
import type { PathEnds, ViterbiPath } from './viterbi.ts'

/** Indices of words of the script, half open. */
export interface WordRange {
  readonly from: number
  readonly to: number
}

/** A window of the recording, and the words that may be spoken in it. */
export interface WindowRequest {
  readonly frames: FrameRange
  readonly words: WordRange
  readonly ends: PathEnds
  readonly penalties: Penalties
  /** Decodes the words in reverse order, as a decoy for the two-pass decoder. */
  readonly isReversed?: true
}

export interface DecodedWindow extends ViterbiPath {
  /** Number of frames decoded: fewer than requested if the audio ends first. */
  readonly frames: number
}

export type DecodeWindow = (request: WindowRequest) => Promise<DecodedWindow>

/** Decodes windows of one recording. Frames and word indices, in and out, are those of the whole recording and script. */
export function createWindowDecoder(
  model: AcousticModel,
  scoreCache: ScoreCache,
  words: readonly Pronunciations[],
): DecodeWindow {
  return async function decodeWindow({ frames, words: range, ends, penalties, isReversed }) {
    const text = words.slice(range.from, range.to)
    const graph = createDecodingGraph(model, isReversed ? text.toReversed() : text)
    const scores = await scoreCache.score(graph.senones, frames)
    const path = decodeViterbi(graph, scores, { penalties, ends })
    return {
      ...path,
      frames: scores.frames,
      words: path.words.map(({ word, start, end, score, fillerAfter }) => ({
        word: word + range.from,
        start: start + frames.from,
        end: end + frames.from,
        score,
        fillerAfter,
      })),
    }
  }
}
