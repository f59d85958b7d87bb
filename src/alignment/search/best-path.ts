import { byPause, byWord } from './word-graph.ts'
import type { WordGraph } from './word-graph.ts'

/** Costs in natural logarithms of likelihood. */
export interface Costs {
  /** To begin a gap: text that is not in the sound, sound that is not in the text, or both. */
  readonly openGap: number
  /** For each frame of sound in a gap, beside the best single phone there. */
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
  /** How much better than the best single phones it explains its frames, natural logarithm; mostly below 0. */
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

/** The scores of the frames: of each senone of the graph, and of silence's three states, less the background. */
export interface FrameScores {
  readonly frames: number
  /** `frame * senones + place`. */
  readonly ofSenones: Float32Array
  readonly ofSilence: Float32Array
}

const never = -1e30
/** So that silence beside a word is silence. */
const pauseInGap = 0.5
/** Stands for a word in the records. */
const aGap = -2
/** Frames for which a third of a phone may last at no cost, and what each frame more costs. */
const patience = 12
const impatience = 3
/** An end of a word that is so much worse than the best state is not remembered. */
const hopeless = 400

/**
 * The likeliest way through a row of words and the sound: an exact Viterbi search without a beam, so that it
 * cannot lose the right way. Between words there may be silence, or a gap.
 */
export function findBestPath(
  graph: WordGraph,
  scores: FrameScores,
  { costs, ends }: { costs: Costs; ends: Ends },
): BestPath {
  const { words, nodes, firstNode, place, stay, leave, beforeFrom, before, entry, exit } = graph
  const { frames, ofSenones, ofSilence } = scores
  const width = graph.senones.length
  const places = words + 1

  const score = new Float32Array(3 * nodes).fill(never)
  /** When the word was entered that a state is in, and which record was the last before. */
  const since = new Int32Array(3 * nodes)
  const after = new Int32Array(3 * nodes)
  const entered = new Float32Array(3 * nodes)
  const dwelt = new Uint16Array(3 * nodes)
  // Between words, at each place: silence in three states, a gap, and the word before it just ended.
  const silent = new Float32Array(3 * places).fill(never)
  const silentAfter = new Int32Array(3 * places)
  const gap = new Float32Array(places).fill(never)
  const gapAfter = new Int32Array(places)
  const intoPause = new Float32Array(places).fill(never)
  const intoPauseAfter = new Int32Array(places).fill(-1)
  const intoWord = new Float32Array(places).fill(never)
  const intoWordAfter = new Int32Array(places).fill(-1)

  const records = createRecords()
  const start = records.add({ word: -1, start: 0, end: 0, before: -1, score: 0 })
  intoPause[0] = 0
  intoPauseAfter[0] = start
  intoWord[0] = 0
  intoWordAfter[0] = start
  if (ends.fromGap) {
    gap[0] = 0
    gapAfter[0] = start
    spreadGaps()
  }

  function spreadGaps() {
    for (let at = 1; at < places; at++) {
      const moved = gap[at - 1]! - costs.gapWord
      if (moved > gap[at]!) {
        gap[at] = moved
        gapAfter[at] = gapAfter[at - 1]!
      }
    }
  }

  for (let frame = 0; frame < frames; frame++) {
    const row = frame * width
    let best = never
    for (let word = words - 1; word >= 0; word--) {
      // Where a word may come from, as it stood after the frame before.
      let fresh = silent[3 * word + 2]!
      let freshAfter = silentAfter[3 * word + 2]!
      if (gap[word]! > fresh) {
        fresh = gap[word]!
        freshAfter = gapAfter[word]!
      }
      if (intoPause[word]! > fresh) {
        fresh = intoPause[word]!
        freshAfter = intoPauseAfter[word]!
      }
      const joined = intoWord[word]!
      const joinedAfter = intoWordAfter[word]!

      for (let node = firstNode[word + 1]! - 1; node >= firstNode[word]!; node--) {
        const state = 3 * node
        const s2 = state + 2
        const s1 = state + 1
        // The last state first: each looks at the one before as it was.
        let stays = score[s2]! + stay[s2]! - (dwelt[s2]! < patience ? 0 : impatience)
        dwelt[s2]!++
        let comes = score[s1]! + leave[s1]!
        if (comes > stays) {
          stays = comes
          since[s2] = since[s1]!
          after[s2] = after[s1]!
          entered[s2] = entered[s1]!
          dwelt[s2] = 0
        }
        const value2 = stays + ofSenones[row + place[s2]!]!
        score[s2] = value2
        stays = score[s1]! + stay[s1]! - (dwelt[s1]! < patience ? 0 : impatience)
        dwelt[s1]!++
        comes = score[state]! + leave[state]!
        if (comes > stays) {
          stays = comes
          since[s1] = since[state]!
          after[s1] = after[state]!
          entered[s1] = entered[state]!
          dwelt[s1] = 0
        }
        const value1 = stays + ofSenones[row + place[s1]!]!
        score[s1] = value1
        stays = score[state]! + stay[state]! - (dwelt[state]! < patience ? 0 : impatience)
        dwelt[state]!++
        const way = entry[node]!
        if (way === byPause || way === byWord) {
          comes = way === byPause ? fresh : joined
          if (comes > stays) {
            stays = comes
            since[state] = frame
            after[state] = way === byPause ? freshAfter : joinedAfter
            entered[state] = comes
            dwelt[state] = 0
          }
        } else {
          for (let link = beforeFrom[node]!; link < beforeFrom[node + 1]!; link++) {
            const from = 3 * before[link]! + 2
            comes = score[from]! + leave[from]!
            if (comes > stays) {
              stays = comes
              since[state] = since[from]!
              after[state] = after[from]!
              entered[state] = entered[from]!
              dwelt[state] = 0
            }
          }
        }
        const value0 = stays + ofSenones[row + place[state]!]!
        score[state] = value0
        if (value0 > best) best = value0
        if (value1 > best) best = value1
        if (value2 > best) best = value2
      }
    }

    // Silence and gaps follow on what was there after the frame before.
    const [quiet0, quiet1, quiet2] = [
      ofSilence[3 * frame]!,
      ofSilence[3 * frame + 1]!,
      ofSilence[3 * frame + 2]!,
    ]
    // A pause in a gap is no dearer than anywhere else.
    const gapScore = Math.max(-costs.gapFrame, Math.max(quiet0, quiet1, quiet2) - pauseInGap)
    for (let at = 0; at < places; at++) {
      const s = 3 * at
      if (silent[s + 1]! > silent[s + 2]!) {
        silent[s + 2] = silent[s + 1]!
        silentAfter[s + 2] = silentAfter[s + 1]!
      }
      silent[s + 2]! += quiet2
      if (silent[s]! > silent[s + 1]!) {
        silent[s + 1] = silent[s]!
        silentAfter[s + 1] = silentAfter[s]!
      }
      silent[s + 1]! += quiet1
      if (intoPause[at]! > silent[s]!) {
        silent[s] = intoPause[at]!
        silentAfter[s] = intoPauseAfter[at]!
      }
      silent[s]! += quiet0
      const opened = intoPause[at]! - costs.openGap
      if (opened > gap[at]!) {
        gap[at] = opened
        gapAfter[at] = records.add({
          word: aGap,
          start: frame,
          end: frame,
          before: intoPauseAfter[at]!,
          score: 0,
        })
      }
      gap[at]! += gapScore
      if (gap[at]! > best) best = gap[at]!
      if (silent[s + 2]! > best) best = silent[s + 2]!
    }
    spreadGaps()

    for (let word = 0; word < words; word++) {
      let pause = never
      let pauseFrom = -1
      let joining = never
      let joiningFrom = -1
      for (let node = firstNode[word]!; node < firstNode[word + 1]!; node++) {
        const way = exit[node]!
        if (way !== byPause && way !== byWord) continue
        const state = 3 * node + 2
        const value = score[state]! + leave[state]!
        if (way === byPause && value > pause) {
          pause = value
          pauseFrom = state
        } else if (way === byWord && value > joining) {
          joining = value
          joiningFrom = state
        }
      }
      intoPause[word + 1] = never
      intoWord[word + 1] = never
      if (pause > best - hopeless) {
        intoPause[word + 1] = pause
        intoPauseAfter[word + 1] = records.add({
          word,
          start: since[pauseFrom]!,
          end: frame + 1,
          before: after[pauseFrom]!,
          score: pause - entered[pauseFrom]!,
        })
      }
      if (joining > best - hopeless) {
        intoWord[word + 1] = joining
        intoWordAfter[word + 1] = records.add({
          word,
          start: since[joiningFrom]!,
          end: frame + 1,
          before: after[joiningFrom]!,
          score: joining - entered[joiningFrom]!,
        })
      }
    }
    intoPause[0] = never
    intoWord[0] = never
  }

  return trace()

  function trace(): BestPath {
    let best = never
    let record = start
    const offer = (value: number, of: number) => {
      if (value > best) {
        best = value
        record = of
      }
    }
    for (let at = ends.to === 'end' ? words : 0; at < places; at++) {
      offer(intoPause[at]!, intoPauseAfter[at]!)
      for (let s = 0; s < 3; s++) offer(silent[3 * at + s]!, silentAfter[3 * at + s]!)
      offer(gap[at]!, gapAfter[at]!)
    }
    if (ends.to === 'anywhere') {
      for (let state = 0; state < 3 * nodes; state++) offer(score[state]!, after[state]!)
    }
    const path: PathWord[] = []
    const gaps = new Set<number>()
    for (let at = record; at > start; at = records.before(at)) {
      const word = records.word(at)
      if (word.word === aGap) gaps.add(path.length)
      else path.push(word)
    }
    // From the end to the start: what was met before a word stands after it.
    const placed = path.map((word, at) => ({ ...word, gapAfter: gaps.has(at) })).reverse()
    return { words: placed, gapBefore: ends.fromGap || gaps.has(path.length), score: best }
  }
}

interface WordRecord extends PathWord {
  readonly before: number
}

/** Ends of words that some path went through, as numbers: there are hundreds of thousands. */
function createRecords() {
  const numbers: number[] = []
  const fields = 5
  return {
    add({ word, start, end, before, score }: WordRecord): number {
      numbers.push(word, start, end, before, score)
      return numbers.length / fields - 1
    },
    before: (at: number) => numbers[at * fields + 3]!,
    word: (at: number): PathWord => ({
      word: numbers[at * fields]!,
      start: numbers[at * fields + 1]!,
      end: numbers[at * fields + 2]!,
      score: numbers[at * fields + 4]!,
    }),
  }
}
