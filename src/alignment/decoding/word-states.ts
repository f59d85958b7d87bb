import type { BackpointerTable } from './backpointers.ts'
import { insideWord, viaSilence, viaWord } from './decoding-graph.ts'
import type { DecodingGraph } from './decoding-graph.ts'
import { impossible } from './hypotheses.ts'
import type { Hypotheses } from './hypotheses.ts'

/** The HMM states of all words, with the best hypothesis in each. */
export interface WordStates {
  /**
   * Advances by one frame. `entering`: hypotheses at each word boundary that may start the word, and the filler
   * hypotheses that set the beam.
   */
  advance(
    frame: number,
    entering: EnteringHypotheses & { readonly filler: Hypotheses },
    senones: SenoneRow,
  ): void
  /**
   * Writes the words that end with this frame at the boundary after each: into silence, and straight into the
   * next word.
   */
  end(
    frame: number,
    ended: { intoSilence: Hypotheses; intoWord: Hypotheses },
    filler: Hypotheses,
  ): void
  /** The best hypothesis inside a word. */
  best(): { score: number; backpointer: number }
}

interface EnteringHypotheses {
  /** After silence or filler. */
  readonly afterSilence: Hypotheses
  /** Straight after the previous word. */
  readonly afterWord: Hypotheses
}

/** The scores of one frame: one per senone of the graph, from `row` on. */
interface SenoneRow {
  readonly scores: Float32Array
  readonly row: number
}

/** HMM-state duration: 12 frames free, then 3 nats a frame. */
const freeDwellFrames = 12
const dwellPenalty = 3
/**
 * Beam, nats below the filler hypothesis at the same word boundary. The filler can reach everything that a pruned
 * hypothesis can. A global beam would be wrong: elsewhere in the text a wrong path may lead for a while.
 */
const beam = 60

export function createWordStates(graph: DecodingGraph, backpointers: BackpointerTable): WordStates {
  const { words, nodes, firstNode, senoneIndex, stay, leave, entry, exit } = graph
  const { predecessorsFrom, predecessors } = graph
  const score = new Float32Array(3 * nodes).fill(impossible)
  /** Of the hypothesis in each state: the frame and score at which it entered its word, and its last backpointer. */
  const entryFrame = new Int32Array(3 * nodes)
  const entryScore = new Float32Array(3 * nodes)
  const backpointer = new Int32Array(3 * nodes)
  /** Frames spent in the state. */
  const dwell = new Uint16Array(3 * nodes)
  const bestOfNode = new Float32Array(nodes).fill(impossible)

  function moveHypothesis(from: number, to: number) {
    entryFrame[to] = entryFrame[from]!
    backpointer[to] = backpointer[from]!
    entryScore[to] = entryScore[from]!
    dwell[to] = 0
  }

  function enterWord(state: number, frame: number, from: Hypotheses, word: number) {
    entryFrame[state] = frame
    backpointer[state] = from.backpointer[word]!
    entryScore[state] = from.score[word]!
    dwell[state] = 0
  }

  const selfLoop = (state: number) =>
    score[state]! + stay[state]! - (dwell[state]! < freeDwellFrames ? 0 : dwellPenalty)

  /** Upper bound of what can enter a node, from the scores after the previous frame. */
  function bestEntering(
    node: number,
    word: number,
    { afterSilence, afterWord }: EnteringHypotheses,
  ): number {
    const via = entry[node]!
    if (via === viaSilence) return afterSilence.score[word]!
    if (via === viaWord) return afterWord.score[word]!
    let best = impossible
    for (let link = predecessorsFrom[node]!; link < predecessorsFrom[node + 1]!; link++) {
      best = Math.max(best, bestOfNode[predecessors[link]!]!)
    }
    return best
  }

  function prune(node: number) {
    if (bestOfNode[node] === impossible) return
    bestOfNode[node] = impossible
    score.fill(impossible, 3 * node, 3 * node + 3)
  }

  function advanceNode(
    node: number,
    word: number,
    frame: number,
    { afterSilence, afterWord, scores, row }: EnteringHypotheses & SenoneRow,
  ) {
    const first = 3 * node
    let best = impossible
    // In reverse order: each state reads the previous frame's score of the state before it.
    for (let state = first + 2; state > first; state--) {
      let value = selfLoop(state)
      dwell[state]!++
      const forward = score[state - 1]! + leave[state - 1]!
      if (forward > value) {
        value = forward
        moveHypothesis(state - 1, state)
      }
      value += scores[row + senoneIndex[state]!]!
      score[state] = value
      if (value > best) best = value
    }
    let value = selfLoop(first)
    dwell[first]!++
    const via = entry[node]!
    if (via === viaSilence || via === viaWord) {
      const entering = via === viaSilence ? afterSilence : afterWord
      if (entering.score[word]! > value) {
        value = entering.score[word]!
        enterWord(first, frame, entering, word)
      }
    } else {
      for (let link = predecessorsFrom[node]!; link < predecessorsFrom[node + 1]!; link++) {
        const from = 3 * predecessors[link]! + 2
        const forward = score[from]! + leave[from]!
        if (forward > value) {
          value = forward
          moveHypothesis(from, first)
        }
      }
    }
    value += scores[row + senoneIndex[first]!]!
    score[first] = value
    bestOfNode[node] = value > best ? value : best
  }

  return {
    advance(frame, { filler, ...entering }, senones) {
      const input = { ...entering, ...senones }
      for (let word = 0; word < words; word++) {
        const threshold = filler.score[word]! - beam
        // In reverse order: each node reads the previous frame's scores of its predecessors.
        for (let node = firstNode[word + 1]! - 1; node >= firstNode[word]!; node--) {
          const bound = Math.max(bestOfNode[node]!, bestEntering(node, word, entering))
          if (bound > impossible && bound >= threshold) advanceNode(node, word, frame, input)
          else prune(node)
        }
      }
    },
    end(frame, { intoSilence, intoWord }, filler) {
      intoSilence.score.fill(impossible)
      intoWord.score.fill(impossible)
      for (let word = 0; word < words; word++) {
        const threshold = filler.score[word + 1]! - beam
        for (let node = firstNode[word]!; node < firstNode[word + 1]!; node++) {
          if (exit[node] === insideWord || bestOfNode[node]! < threshold) continue
          const ended = exit[node] === viaSilence ? intoSilence : intoWord
          const state = 3 * node + 2
          const value = score[state]! + leave[state]!
          if (value < threshold || value <= ended.score[word + 1]!) continue
          ended.score[word + 1] = value
          ended.backpointer[word + 1] = backpointers.add({
            word,
            start: entryFrame[state]!,
            end: frame + 1,
            previous: backpointer[state]!,
            score: value - entryScore[state]!,
          })
        }
      }
    },
    best() {
      const at = score.reduce((most, value, state) => (value > score[most]! ? state : most), 0)
      return { score: score[at] ?? impossible, backpointer: backpointer[at] ?? 0 }
    },
  }
}
