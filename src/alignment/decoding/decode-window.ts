import type { AcousticModel } from '../acoustic-model/acoustic-model.ts'
import type { Frames, HeardSoFar } from '../scoring/score-cache.ts'
import { findBestPath } from './viterbi.ts'
import type { BestPath, Costs, Ends } from './viterbi.ts'
import { createWordGraph } from './decoding-graph.ts'
import type { Pronunciations } from './decoding-graph.ts'

/** A row of words, half open. */
export interface WordRange {
  readonly from: number
  readonly to: number
}

export interface WindowPlace {
  readonly frames: Frames
  readonly words: WordRange
  readonly ends: Ends
  readonly costs: Costs
  /** The words in the wrong order: how well would something else fit? */
  readonly asDecoy?: true
}

export interface Searched extends BestPath {
  /** Fewer than were asked for where the sound ends. */
  readonly frames: number
}

/** Searches stretches of a recording for stretches of a text; frames and words are those of the whole. */
export function createWindowSearch(
  model: AcousticModel,
  heard: HeardSoFar,
  words: readonly Pronunciations[],
) {
  return async function search({
    frames,
    words: range,
    ends,
    costs,
    asDecoy,
  }: WindowPlace): Promise<Searched> {
    const text = words.slice(range.from, range.to)
    const graph = createWordGraph(model, asDecoy ? text.toReversed() : text)
    const scores = await heard.score(graph.senones, frames)
    const path = findBestPath(graph, scores, { costs, ends })
    return {
      ...path,
      frames: scores.frames,
      words: path.words.map(({ word, start, end, score, gapAfter }) => ({
        word: word + range.from,
        start: start + frames.from,
        end: end + frames.from,
        score,
        gapAfter,
      })),
    }
  }
}

export type WindowSearch = ReturnType<typeof createWindowSearch>
