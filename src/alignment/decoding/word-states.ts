import type { PathRecords } from './backpointers.ts'
import { never } from './hypotheses.ts'
import type { Tokens } from './hypotheses.ts'
import { byPause, byWord, notHere } from './decoding-graph.ts'
import type { WordGraph } from './decoding-graph.ts'

/** The states of all the words, and the paths that are in each. */
export interface WordStates {
  /**
   * Goes on by a frame. `enter`: for each word the paths that may begin it, after a pause and straight after
   * the word before. What is hopeless beside the gap at its own place is given up.
   */
  advance(frame: number, enter: Entering & { readonly gap: Tokens }, senones: Senones): void
  /**
   * Writes down the words that end with this frame, at the place after each: those that are said before a pause and
   * those before the next word.
   */
  end(frame: number, ended: { intoPause: Tokens; intoWord: Tokens }, gap: Tokens): void
  /** The best path that is in the middle of a word: its score, and its last record. */
  best(): { score: number; record: number }
}

/** Paths that may come into words. */
interface Entering {
  readonly afterPause: Tokens
  readonly afterWord: Tokens
}

/** The row of a frame: a score for each senone of the graph. */
interface Senones {
  readonly scores: Float32Array
  readonly row: number
}

/** Frames for which a third of a phone may last at no cost, and what each frame more costs. */
const patience = 12
const impatience = 3
/**
 * How much worse than the gap at its own place a path may be, natural logarithm. A path that is in the gap there can do all
 * that it can. Elsewhere in the text paths may be far better for a while, and wrong.
 */
const hopeless = 60

export function createWordStates(graph: WordGraph, records: PathRecords): WordStates {
  const { words, nodes, firstNode, place, stay, leave, beforeFrom, before, entry, exit } = graph
  const score = new Float32Array(3 * nodes).fill(never)
  /** Of the path in each state: when it came into its word, with what score, and its last record. */
  const since = new Int32Array(3 * nodes)
  const entered = new Float32Array(3 * nodes)
  const record = new Int32Array(3 * nodes)
  const dwelt = new Uint16Array(3 * nodes)
  const bestOfNode = new Float32Array(nodes).fill(never)

  /** The path in one state goes on into another. */
  function move(from: number, to: number) {
    since[to] = since[from]!
    record[to] = record[from]!
    entered[to] = entered[from]!
    dwelt[to] = 0
  }

  function begin(
    state: number,
    frame: number,
    { score: scores, record: from }: Tokens,
    word: number,
  ) {
    since[state] = frame
    record[state] = from[word]!
    entered[state] = scores[word]!
    dwelt[state] = 0
  }

  const staying = (state: number) =>
    score[state]! + stay[state]! - (dwelt[state]! < patience ? 0 : impatience)

  /** What may come into a node, as it stood after the frame before. */
  function bestInto(node: number, word: number, { afterPause, afterWord }: Entering): number {
    const way = entry[node]!
    if (way === byPause) return afterPause.score[word]!
    if (way === byWord) return afterWord.score[word]!
    let best = never
    for (let link = beforeFrom[node]!; link < beforeFrom[node + 1]!; link++) {
      best = Math.max(best, bestOfNode[before[link]!]!)
    }
    return best
  }

  function giveUp(node: number) {
    if (bestOfNode[node] === never) return
    bestOfNode[node] = never
    score.fill(never, 3 * node, 3 * node + 3)
  }

  function advanceNode(
    node: number,
    word: number,
    frame: number,
    { afterPause, afterWord, scores, row }: Entering & Senones,
  ) {
    const first = 3 * node
    let best = never
    // The last state first: each looks at the one before it as it was.
    for (let state = first + 2; state > first; state--) {
      let value = staying(state)
      dwelt[state]!++
      const comes = score[state - 1]! + leave[state - 1]!
      if (comes > value) {
        value = comes
        move(state - 1, state)
      }
      value += scores[row + place[state]!]!
      score[state] = value
      if (value > best) best = value
    }
    let value = staying(first)
    dwelt[first]!++
    const way = entry[node]!
    if (way === byPause || way === byWord) {
      const tokens = way === byPause ? afterPause : afterWord
      if (tokens.score[word]! > value) {
        value = tokens.score[word]!
        begin(first, frame, tokens, word)
      }
    } else {
      for (let link = beforeFrom[node]!; link < beforeFrom[node + 1]!; link++) {
        const from = 3 * before[link]! + 2
        const comes = score[from]! + leave[from]!
        if (comes > value) {
          value = comes
          move(from, first)
        }
      }
    }
    value += scores[row + place[first]!]!
    score[first] = value
    bestOfNode[node] = value > best ? value : best
  }

  return {
    advance(frame, { gap, ...enter }, senones) {
      const entering = { ...enter, ...senones }
      for (let word = 0; word < words; word++) {
        const least = gap.score[word]! - hopeless
        // The last node first: each looks at those before it as they were.
        for (let node = firstNode[word + 1]! - 1; node >= firstNode[word]!; node--) {
          const hope = Math.max(bestOfNode[node]!, bestInto(node, word, enter))
          if (hope > never && hope >= least) advanceNode(node, word, frame, entering)
          else giveUp(node)
        }
      }
    },
    end(frame, { intoPause, intoWord }, gap) {
      intoPause.score.fill(never)
      intoWord.score.fill(never)
      for (let word = 0; word < words; word++) {
        const least = gap.score[word + 1]! - hopeless
        for (let node = firstNode[word]!; node < firstNode[word + 1]!; node++) {
          if (exit[node] === notHere || bestOfNode[node]! < least) continue
          const tokens = exit[node] === byPause ? intoPause : intoWord
          const state = 3 * node + 2
          const value = score[state]! + leave[state]!
          if (value < least || value <= tokens.score[word + 1]!) continue
          tokens.score[word + 1] = value
          tokens.record[word + 1] = records.add({
            word,
            start: since[state]!,
            end: frame + 1,
            before: record[state]!,
            score: value - entered[state]!,
          })
        }
      }
    },
    best() {
      const at = score.reduce((most, value, state) => (value > score[most]! ? state : most), 0)
      return { score: score[at] ?? never, record: record[at] ?? 0 }
    },
  }
}
