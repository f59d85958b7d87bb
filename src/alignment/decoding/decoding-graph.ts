import type { AcousticModel } from '../acoustic-model/acoustic-model.ts'
import type { WordPosition } from '../acoustic-model/triphones.ts'

/** The pronunciations of a word, each a sequence of phone indices of the model. */
export type Pronunciations = readonly (readonly number[])[]

/**
 * The HMM states of a sequence of words, as flat arrays. A node is a triphone: three states. The nodes of a word are
 * contiguous, each after its predecessors. The first phone of a word has two nodes, one after silence and one after
 * the previous word; the last phone has two, one before silence and one before the next word.
 */
export interface DecodingGraph {
  readonly words: number
  readonly nodes: number
  /** The first node of each word; one more for the end. */
  readonly firstNode: Int32Array
  /** For each state, `3 * node + 0…2`: its index into `senones`. */
  readonly senoneIndex: Uint16Array
  /** The senones that the graph uses, each once, in increasing order: those of a phone are adjacent. */
  readonly senones: Int32Array
  /** For each state: log probability of the self-loop, and of the transition to the next state. */
  readonly stay: Float32Array
  readonly leave: Float32Array
  /** The predecessors of `node` are `predecessors[predecessorsFrom[node]]` up to that of `node + 1`, exclusive. */
  readonly predecessorsFrom: Int32Array
  readonly predecessors: Int32Array
  /** Whether, and how, a path enters or leaves the word at each node. */
  readonly entry: Uint8Array
  readonly exit: Uint8Array
}

export const insideWord = 0
/** From or into silence, or the filler state. */
export const viaSilence = 1
/** Straight from or into the adjacent word. */
export const viaWord = 2

export function createDecodingGraph(
  model: AcousticModel,
  words: readonly Pronunciations[],
): DecodingGraph {
  const { triphones, stay: stays, leave: leaves } = model
  const { silence } = triphones
  const firstNode = new Int32Array(words.length + 1)
  const states: number[] = []
  const phoneOfNode: number[] = []
  const predecessors: number[] = []
  const predecessorsFrom: number[] = []
  const entry: number[] = []
  const exit: number[] = []

  function addNode(node: {
    phone: number
    left: number
    right: number
    position: WordPosition
    after: readonly number[]
    entry: number
    exit: number
  }): number {
    states.push(...triphones.statesOf(node))
    phoneOfNode.push(node.phone)
    predecessorsFrom.push(predecessors.length)
    predecessors.push(...node.after)
    entry.push(node.entry)
    exit.push(node.exit)
    return phoneOfNode.length - 1
  }

  function addPronunciation(phones: readonly number[], { last, next }: Neighbours) {
    const lefts = [
      { left: silence, entry: viaSilence },
      { left: last, entry: viaWord },
    ]
    const rights = [
      { right: silence, exit: viaSilence },
      { right: next, exit: viaWord },
    ]
    if (phones.length === 1) {
      for (const left of lefts) {
        for (const right of rights) {
          addNode({ phone: phones[0]!, position: 'single', after: [], ...left, ...right })
        }
      }
      return
    }
    let after = lefts.map((left) =>
      addNode({
        phone: phones[0]!,
        position: 'begin',
        right: phones[1]!,
        after: [],
        exit: insideWord,
        ...left,
      }),
    )
    for (let place = 1; place < phones.length - 1; place++) {
      const [left, right] = [phones[place - 1]!, phones[place + 1]!]
      const phone = phones[place]!
      after = [
        addNode({
          phone,
          left,
          right,
          position: 'inside',
          after,
          entry: insideWord,
          exit: insideWord,
        }),
      ]
    }
    for (const right of rights) {
      addNode({
        phone: phones.at(-1)!,
        left: phones.at(-2)!,
        position: 'end',
        after,
        entry: insideWord,
        ...right,
      })
    }
  }

  words.forEach((pronunciations, word) => {
    firstNode[word] = phoneOfNode.length
    const last = words[word - 1]?.[0]?.at(-1) ?? silence
    const next = words[word + 1]?.[0]?.[0] ?? silence
    for (const phones of pronunciations) addPronunciation(phones, { last, next })
  })
  firstNode[words.length] = phoneOfNode.length
  predecessorsFrom.push(predecessors.length)

  const { senones, senoneIndex } = indexSenones(states)
  return {
    words: words.length,
    nodes: phoneOfNode.length,
    firstNode,
    senoneIndex,
    senones,
    stay: Float32Array.from(
      states,
      (_, at) => stays[phoneOfNode[Math.floor(at / 3)]! * 3 + (at % 3)]!,
    ),
    leave: Float32Array.from(
      states,
      (_, at) => leaves[phoneOfNode[Math.floor(at / 3)]! * 3 + (at % 3)]!,
    ),
    predecessorsFrom: Int32Array.from(predecessorsFrom),
    predecessors: Int32Array.from(predecessors),
    entry: Uint8Array.from(entry),
    exit: Uint8Array.from(exit),
  }
}

interface Neighbours {
  /** The last phone of the previous word. */
  readonly last: number
  /** The first phone of the next word. */
  readonly next: number
}

/** Many states share a senone, which is scored once. Sorted, so that the senones of a phone are adjacent. */
function indexSenones(states: readonly number[]): {
  senones: Int32Array
  senoneIndex: Uint16Array
} {
  const senones = Int32Array.from(new Set(states)).toSorted()
  const numbers = new Map(Array.from(senones, (senone, at) => [senone, at]))
  return { senones, senoneIndex: Uint16Array.from(states, (senone) => numbers.get(senone)!) }
}
