import type { PathRecords } from './path-records.ts'
import { never } from './tokens.ts'
import type { Tokens } from './tokens.ts'
import { byPause, byWord } from './word-graph.ts'
import type { WordGraph } from './word-graph.ts'

/** The states of all the words, and the paths that are in each. */
export interface WordStates {
  /**
   * Goes on by a frame. `enter`: for each word the paths that may begin it, after a pause and straight after
   * the word before. Returns the best score.
   */
  advance(
    frame: number,
    enter: { afterPause: Tokens; afterWord: Tokens },
    senones: { scores: Float32Array; row: number },
  ): number
  /**
   * Writes down the words that end with this frame, at the place after each: those that are said before a pause and
   * those before the next word. What is worse than `least` is not remembered.
   */
  end(frame: number, ended: { intoPause: Tokens; intoWord: Tokens }, least: number): void
  /** The best path that is in the middle of a word: its score, and its last record. */
  best(): { score: number; record: number }
}

/** Frames for which a third of a phone may last at no cost, and what each frame more costs. */
const patience = 12
const impatience = 3
/** A word none of whose paths is within this of the best is not looked at: natural logarithm. */
const hopeless = 350

export function createWordStates(graph: WordGraph, records: PathRecords): WordStates {
  const { words, nodes, firstNode, place, stay, leave, beforeFrom, before, entry, exit } = graph
  const score = new Float32Array(3 * nodes).fill(never)
  /** Of the path in each state: when it came into its word, with what score, and its last record. */
  const since = new Int32Array(3 * nodes)
  const entered = new Float32Array(3 * nodes)
  const record = new Int32Array(3 * nodes)
  const dwelt = new Uint16Array(3 * nodes)
  const bestOfWord = new Float32Array(words).fill(never)
  let best = 0

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

  function advanceWord(
    word: number,
    frame: number,
    { afterPause, afterWord }: { afterPause: Tokens; afterWord: Tokens },
    { scores, row }: { scores: Float32Array; row: number },
  ): number {
    let bestHere = never
    // The last node first, and in it the last state: each looks at the one before it as it was.
    for (let node = firstNode[word + 1]! - 1; node >= firstNode[word]!; node--) {
      const first = 3 * node
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
        if (value > bestHere) bestHere = value
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
      if (value > bestHere) bestHere = value
    }
    return bestHere
  }

  return {
    advance(frame, enter, senones) {
      const least = best - hopeless
      best = never
      for (let word = 0; word < words; word++) {
        const hope = Math.max(
          bestOfWord[word]!,
          enter.afterPause.score[word]!,
          enter.afterWord.score[word]!,
        )
        if (hope >= least) bestOfWord[word] = advanceWord(word, frame, enter, senones)
        else if (bestOfWord[word] !== never) {
          score.fill(never, 3 * firstNode[word]!, 3 * firstNode[word + 1]!)
          bestOfWord[word] = never
        }
        if (bestOfWord[word]! > best) best = bestOfWord[word]!
      }
      return best
    },
    end(frame, { intoPause, intoWord }, least) {
      intoPause.score.fill(never)
      intoWord.score.fill(never)
      for (let word = 0; word < words; word++) {
        if (bestOfWord[word]! < least) continue
        for (let node = firstNode[word]!; node < firstNode[word + 1]!; node++) {
          const tokens =
            exit[node] === byPause ? intoPause : exit[node] === byWord ? intoWord : null
          if (!tokens) continue
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
