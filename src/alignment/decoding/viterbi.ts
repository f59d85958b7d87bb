import { createPathRecords, aGap } from './backpointers.ts'
import { createPauses } from './filler-states.ts'
import { createTokens, never, offer } from './hypotheses.ts'
import { createWordStates } from './word-states.ts'
import type { WordGraph } from './decoding-graph.ts'

/** Costs in natural logarithms of likelihood. */
export interface Costs {
  /** To begin a gap: text that is not in the sound, sound that is not in the text, or both. */
  readonly openGap: number
  /** For each frame of sound in a gap, beside the best row of phones there. */
  readonly gapFrame: number
  /** For each word of text in a gap. */
  readonly gapWord: number
}

/** What a path starts with, and where it may end. */
export interface Ends {
  /** The sound before did not belong to the text: a gap is open. */
  readonly fromGap: boolean
  /** `anywhere` in the text, in the middle of a word too; at its `end`, what is left over being a gap. */
  readonly to: 'anywhere' | 'end'
}

/** A word on the path. Frames are counted from the first that was searched, half open. */
export interface PathWord {
  readonly word: number
  readonly start: number
  readonly end: number
  /** How much better than the best row of phones it explains its frames, natural logarithm. */
  readonly score: number
}

/** A word on the path; between it and the next one there may be a gap. */
export interface PlacedWord extends PathWord {
  readonly gapAfter: boolean
}

export interface BestPath {
  /** In order; a word that was left out is in a gap. */
  readonly words: readonly PlacedWord[]
  /** Whether there may be a gap before the first word. */
  readonly gapBefore: boolean
  readonly score: number
}

/** Scores of frames, less the background, read some frames at a time: those of an hour would be gigabytes. */
export interface FrameScores {
  readonly frames: number
  /** Half open, counted from the first that is searched. */
  read(from: number, to: number): ScoreRows
}

export interface ScoreRows {
  /** Of each senone of the graph: `(frame − from) * senones + place`. */
  readonly ofSenones: Float32Array
  /** Of silence's three states. */
  readonly ofSilence: Float32Array
}

const framesAtOnce = 256
/** Used again by each search: it is the largest thing that there is. */
const records = createPathRecords()

/**
 * The likeliest way through a row of words and the sound: a Viterbi search. A path is given up only where it is e^60
 * times less likely than the gap at its own place, which is as good as never. Between words there may be silence, or a gap.
 */
export function findBestPath(
  graph: WordGraph,
  scores: FrameScores,
  { costs, ends }: { costs: Costs; ends: Ends },
): BestPath {
  const places = graph.words + 1
  records.clear()
  const start = records.add({ word: -1, start: 0, end: 0, before: -1, score: 0 })
  const states = createWordStates(graph, records)
  const pauses = createPauses(places, { costs, records, inGap: ends.fromGap ? start : null })
  const intoPause = createTokens(places)
  const intoWord = createTokens(places)
  const afterPause = createTokens(places)
  for (const tokens of [intoPause, intoWord]) {
    tokens.score[0] = 0
    tokens.record[0] = start
  }

  for (let from = 0; from < scores.frames; from += framesAtOnce) {
    const to = Math.min(scores.frames, from + framesAtOnce)
    const { ofSenones, ofSilence } = scores.read(from, to)
    for (let frame = from; frame < to; frame++) {
      const row = frame - from
      afterPause.score.set(intoPause.score)
      afterPause.record.set(intoPause.record)
      for (const tokens of pauses.leaving) {
        for (let place = 0; place < places; place++) offer(afterPause, place, tokens)
      }
      states.advance(
        frame,
        { afterPause, afterWord: intoWord, gap: pauses.gap },
        { scores: ofSenones, row: row * graph.senones.length },
      )
      pauses.advance(frame, intoPause, { scores: ofSilence, row: 3 * row })
      states.end(frame, { intoPause, intoWord }, pauses.gap)
    }
  }

  let best = { score: never, record: start }
  for (const { score, record } of [intoPause, ...pauses.all]) {
    for (let place = ends.to === 'end' ? graph.words : 0; place < places; place++) {
      if (score[place]! > best.score) best = { score: score[place]!, record: record[place]! }
    }
  }
  if (ends.to === 'anywhere') {
    const inWord = states.best()
    if (inWord.score > best.score) best = inWord
  }
  return { ...trace(best.record, start, ends), score: best.score }
}

/** From the end to the start: what is met before a word stands after it. */
function trace(last: number, start: number, { fromGap }: Ends): Omit<BestPath, 'score'> {
  const words: PlacedWord[] = []
  let gapAfter = false
  for (let at = last; at > start;) {
    const { before, ...record } = records.read(at)
    if (record.word !== aGap) words.push({ ...record, gapAfter })
    gapAfter = record.word === aGap
    at = before
  }
  return { words: words.toReversed(), gapBefore: fromGap || gapAfter }
}
