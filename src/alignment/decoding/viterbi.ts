import { createBackpointerTable, fillerWord } from './backpointers.ts'
import type { DecodingGraph } from './decoding-graph.ts'
import { createFillerStates } from './filler-states.ts'
import { createHypotheses, impossible, relax } from './hypotheses.ts'
import type { Penalties } from './penalties.ts'
import { createWordStates } from './word-states.ts'

/** Where a path may start and end. */
export interface PathEnds {
  /** The path starts in the filler state: the audio before the window did not match the text. */
  readonly startsInFiller: boolean
  /** `anywhere`: at any word, or inside one. `end`: at the end of the text, the rest of which is skipped. */
  readonly to: 'anywhere' | 'end'
}

/** A word on the path. Frames count from the first of the window, half open. */
export interface PathWord {
  readonly word: number
  readonly start: number
  readonly end: number
  /** Log-likelihood ratio against the phone loop over its frames, nats. */
  readonly score: number
}

/** A word on the path, and whether the filler state follows it. */
export interface DecodedWord extends PathWord {
  readonly fillerAfter: boolean
}

export interface ViterbiPath {
  /** In order; a word that is missing was skipped in the filler state. */
  readonly words: readonly DecodedWord[]
  /** The filler state precedes the first word. */
  readonly fillerBefore: boolean
  readonly score: number
}

/** Log-likelihood ratios against the phone loop, read a few frames at a time: those of an hour would be gigabytes. */
export interface FrameScores {
  readonly frames: number
  /** Half open; frames count from the first of the window. */
  read(from: number, to: number): ScoreRows
}

export interface ScoreRows {
  /** For each senone of the graph: `(frame − from) * senones + index`. */
  readonly senones: Float32Array
  /** For the three states of the silence phone: `(frame − from) * 3 + state`. */
  readonly silence: Float32Array
}

const framesPerRead = 256
/** Reused by every call: the largest allocation of the aligner. */
const backpointers = createBackpointerTable()

/**
 * Viterbi decoding: the most likely path of a sequence of words through the audio. Between two words the path may
 * pass through silence or the filler state. The beam is 60 nats below the filler hypothesis at the same
 * word boundary, which prunes nothing that could still win.
 */
export function decodeViterbi(
  graph: DecodingGraph,
  scores: FrameScores,
  { penalties, ends }: { penalties: Penalties; ends: PathEnds },
): ViterbiPath {
  const boundaries = graph.words + 1
  backpointers.clear()
  const start = backpointers.add({ word: -1, start: 0, end: 0, previous: -1, score: 0 })
  const wordStates = createWordStates(graph, backpointers)
  const fillerStates = createFillerStates(boundaries, {
    penalties,
    backpointers,
    startInFiller: ends.startsInFiller ? start : null,
  })
  const intoSilence = createHypotheses(boundaries)
  const intoWord = createHypotheses(boundaries)
  const afterSilence = createHypotheses(boundaries)
  for (const hypotheses of [intoSilence, intoWord]) {
    hypotheses.score[0] = 0
    hypotheses.backpointer[0] = start
  }

  for (let from = 0; from < scores.frames; from += framesPerRead) {
    const to = Math.min(scores.frames, from + framesPerRead)
    const { senones, silence } = scores.read(from, to)
    for (let frame = from; frame < to; frame++) {
      const row = frame - from
      afterSilence.score.set(intoSilence.score)
      afterSilence.backpointer.set(intoSilence.backpointer)
      for (const leaving of fillerStates.leaving) {
        for (let boundary = 0; boundary < boundaries; boundary++) {
          relax(afterSilence, boundary, leaving)
        }
      }
      wordStates.advance(
        frame,
        { afterSilence, afterWord: intoWord, filler: fillerStates.filler },
        { scores: senones, row: row * graph.senones.length },
      )
      fillerStates.advance(frame, intoSilence, { scores: silence, row: 3 * row })
      wordStates.end(frame, { intoSilence, intoWord }, fillerStates.filler)
    }
  }

  let best = { score: impossible, backpointer: start }
  for (const { score, backpointer } of [intoSilence, ...fillerStates.all]) {
    const first = ends.to === 'end' ? graph.words : 0
    for (let boundary = first; boundary < boundaries; boundary++) {
      if (score[boundary]! > best.score) {
        best = { score: score[boundary]!, backpointer: backpointer[boundary]! }
      }
    }
  }
  if (ends.to === 'anywhere') {
    const insideWord = wordStates.best()
    if (insideWord.score > best.score) best = insideWord
  }
  return { ...traceBack(best.backpointer, start, ends), score: best.score }
}

function traceBack(
  last: number,
  start: number,
  { startsInFiller }: PathEnds,
): Omit<ViterbiPath, 'score'> {
  const words: DecodedWord[] = []
  let fillerAfter = false
  for (let at = last; at > start;) {
    const { previous, ...entry } = backpointers.read(at)
    if (entry.word !== fillerWord) words.push({ ...entry, fillerAfter })
    fillerAfter = entry.word === fillerWord
    at = previous
  }
  return { words: words.toReversed(), fillerBefore: startsInFiller || fillerAfter }
}
