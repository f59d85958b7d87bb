import type { Penalties } from '#alignment/decoding/penalties.ts'
import type { PathEnds, FrameScores, PathWord } from '#alignment/decoding/viterbi.ts'
import { viaSilence, viaWord } from '#alignment/decoding/decoding-graph.ts'
import type { DecodingGraph } from '#alignment/decoding/decoding-graph.ts'

/** The rest of a path through the audio, from a state and frame on. */
interface Rest {
  readonly score: number
  /** In order, with the score of the rest of the path. */
  readonly events: readonly {
    kind: 'enters' | 'leaves'
    word: number
    frame: number
    score: number
  }[]
}

const deadEnd: Rest = { score: -Infinity, events: [] }

/**
 * The best path by trying every path, as its definition says: after a word comes the next one, or a pause, or a
 * gap. A pause is three states of silence. A gap lasts at least one frame and may skip words. Without
 * the state-duration penalties of the fast search.
 */
export function findBestPathSlowly(
  graph: DecodingGraph,
  scores: FrameScores,
  { penalties, ends }: { penalties: Penalties; ends: PathEnds },
): { score: number; words: PathWord[] } {
  const { frames } = scores
  const { senones, silence } = scores.read(0, frames)
  const isAnywhere = ends.to === 'anywhere'
  const known = new Map<string, Rest>()

  const nodesOf = (word: number) =>
    Array.from(
      { length: graph.firstNode[word + 1]! - graph.firstNode[word]! },
      (_, at) => graph.firstNode[word]! + at,
    )
  const wordOf = (node: number) => graph.firstNode.findLastIndex((first) => first <= node)
  const followers = (node: number) =>
    nodesOf(wordOf(node)).filter((each) =>
      graph.predecessors
        .subarray(graph.predecessorsFrom[each], graph.predecessorsFrom[each + 1])
        .includes(node),
    )

  function remembered(key: string, find: () => Rest): Rest {
    const before = known.get(key)
    if (before) return before
    const rest = find()
    known.set(key, rest)
    return rest
  }

  const best = (rests: readonly Rest[]) =>
    rests.reduce((one, other) => (other.score > one.score ? other : one), deadEnd)
  const plus = (score: number, { score: rest, events }: Rest): Rest => ({
    score: score + rest,
    events,
  })
  const ended = (isAllowed: boolean): Rest => (isAllowed ? { score: 0, events: [] } : deadEnd)

  /** Frame `frame` belongs to a state of a word. */
  const inState = (state: number, frame: number): Rest =>
    frame === frames
      ? deadEnd
      : remembered(`s${state} ${frame}`, () => {
          const emission = senones[frame * graph.senones.length + graph.senoneIndex[state]!]!
          return plus(emission, afterState(state, frame + 1))
        })

  function afterState(state: number, frame: number): Rest {
    const node = Math.floor(state / 3)
    const stops = ended(isAnywhere && frame === frames)
    const stays = plus(graph.stay[state]!, inState(state, frame))
    if (state % 3 < 2) {
      return best([stops, stays, plus(graph.leave[state]!, inState(state + 1, frame))])
    }
    const goesOn = followers(node).map((next) => inState(3 * next, frame))
    return best([
      stops,
      stays,
      ...[...goesOn, leaveWord(node, frame)].map((rest) => plus(graph.leave[state]!, rest)),
    ])
  }

  function leaveWord(node: number, frame: number): Rest {
    const word = wordOf(node)
    const way = graph.exit[node]!
    const rest =
      way === viaSilence
        ? atPause(word + 1, frame)
        : way === viaWord
          ? enter(word + 1, viaWord, frame)
          : deadEnd
    return { ...rest, events: [{ kind: 'leaves', word, frame, score: rest.score }, ...rest.events] }
  }

  function enter(word: number, way: number, frame: number): Rest {
    if (word === graph.words || frame === frames) return deadEnd
    const rest = best(
      nodesOf(word)
        .filter((node) => graph.entry[node] === way)
        .map((node) => inState(3 * node, frame)),
    )
    return { ...rest, events: [{ kind: 'enters', word, frame, score: rest.score }, ...rest.events] }
  }

  /** Word `at` is next. */
  const atPause = (at: number, frame: number): Rest =>
    frame === frames
      ? ended(isAnywhere || at === graph.words)
      : best([
          enter(at, viaSilence, frame),
          inSilence(at, 0, frame),
          plus(-penalties.fillerEntry, inGap(at, frame)),
        ])

  const inSilence = (at: number, state: number, frame: number): Rest =>
    frame === frames
      ? ended(isAnywhere || at === graph.words)
      : remembered(`q${at} ${state} ${frame}`, () => {
          const next = frame + 1
          const stays = inSilence(at, state, next)
          const leaves = state < 2 ? inSilence(at, state + 1, next) : enter(at, viaSilence, next)
          return plus(silence[3 * frame + state]!, best([stays, leaves]))
        })

  const inGap = (at: number, frame: number): Rest =>
    frame === frames
      ? best([ended(isAnywhere || at === graph.words), withoutWord(at, frame)])
      : remembered(`g${at} ${frame}`, () => {
          const quiet = Math.max(...silence.subarray(3 * frame, 3 * frame + 3)) - 0.5
          const score = Math.max(-penalties.fillerFrame, quiet)
          return plus(score, afterGap(at, frame + 1))
        })

  const withoutWord = (at: number, frame: number): Rest =>
    at < graph.words ? plus(-penalties.skippedWord, afterGap(at + 1, frame)) : deadEnd

  const afterGap = (at: number, frame: number): Rest =>
    remembered(`a${at} ${frame}`, () =>
      best([inGap(at, frame), enter(at, viaSilence, frame), withoutWord(at, frame)]),
    )

  const { score, events } = best([
    atPause(0, 0),
    enter(0, viaWord, 0),
    ...(ends.startsInFiller ? [afterGap(0, 0)] : []),
  ])
  const words = events.flatMap((leaves, at) => {
    const enters = events[at - 1]
    if (leaves.kind !== 'leaves' || !enters) return []
    const { word, frame: end } = leaves
    return [{ word, start: enters.frame, end, score: enters.score - leaves.score }]
  })
  return { score, words }
}
