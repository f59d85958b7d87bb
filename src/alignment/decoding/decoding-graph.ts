import type { AcousticModel } from '../acoustic-model/acoustic-model.ts'
import type { Position } from '../acoustic-model/triphones.ts'

/** The ways a word can be said: phone numbers of the model. */
export type Pronunciations = readonly (readonly number[])[]

/**
 * The states through which a search goes for a row of words, as flat arrays. A node is a phone between two
 * others: three states. Nodes of a word stand together, each after those that lead to it. A word's first
 * phone stands there twice, after a pause and after the last word; its last one before a pause and before the next word.
 */
export interface WordGraph {
  readonly words: number
  readonly nodes: number
  /** Of each word; one more, for the end. */
  readonly firstNode: Int32Array
  /** Of each state, `3 * node + 0…2`: its place in `senones`. */
  readonly place: Uint16Array
  readonly senones: Int32Array
  readonly stay: Float32Array
  readonly leave: Float32Array
  /** Nodes that lead to a node: `before[beforeFrom[node]]` … */
  readonly beforeFrom: Int32Array
  readonly before: Int32Array
  /** How a word is entered and left at this node. */
  readonly entry: Uint8Array
  readonly exit: Uint8Array
}

export const notHere = 0
/** From or into a pause. */
export const byPause = 1
/** From or into the word beside it, without a pause. */
export const byWord = 2

export function createWordGraph(model: AcousticModel, words: readonly Pronunciations[]): WordGraph {
  const { triphones, stay: stays, leave: leaves } = model
  const { silence } = triphones
  const firstNode = new Int32Array(words.length + 1)
  const states: number[] = []
  const phoneOfNode: number[] = []
  const before: number[] = []
  const beforeFrom: number[] = []
  const entry: number[] = []
  const exit: number[] = []

  function addNode(node: {
    phone: number
    left: number
    right: number
    position: Position
    after: readonly number[]
    entry: number
    exit: number
  }): number {
    states.push(...triphones.statesOf(node))
    phoneOfNode.push(node.phone)
    beforeFrom.push(before.length)
    before.push(...node.after)
    entry.push(node.entry)
    exit.push(node.exit)
    return phoneOfNode.length - 1
  }

  function addPronunciation(phones: readonly number[], { last, next }: Neighbours) {
    const lefts = [
      { left: silence, entry: byPause },
      { left: last, entry: byWord },
    ]
    const rights = [
      { right: silence, exit: byPause },
      { right: next, exit: byWord },
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
        exit: notHere,
        ...left,
      }),
    )
    for (let place = 1; place < phones.length - 1; place++) {
      const [left, right] = [phones[place - 1]!, phones[place + 1]!]
      const phone = phones[place]!
      after = [
        addNode({ phone, left, right, position: 'inside', after, entry: notHere, exit: notHere }),
      ]
    }
    for (const right of rights) {
      addNode({
        phone: phones.at(-1)!,
        left: phones.at(-2)!,
        position: 'end',
        after,
        entry: notHere,
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
  beforeFrom.push(before.length)

  const { senones, place } = numberOnce(states)
  return {
    words: words.length,
    nodes: phoneOfNode.length,
    firstNode,
    place,
    senones,
    stay: Float32Array.from(
      states,
      (_, at) => stays[phoneOfNode[Math.floor(at / 3)]! * 3 + (at % 3)]!,
    ),
    leave: Float32Array.from(
      states,
      (_, at) => leaves[phoneOfNode[Math.floor(at / 3)]! * 3 + (at % 3)]!,
    ),
    beforeFrom: Int32Array.from(beforeFrom),
    before: Int32Array.from(before),
    entry: Uint8Array.from(entry),
    exit: Uint8Array.from(exit),
  }
}

interface Neighbours {
  /** The last phone of the word before. */
  readonly last: number
  /** The first phone of the word after. */
  readonly next: number
}

/** Many states share a senone: each is scored once. Those of a phone stand together, as their weights do. */
function numberOnce(states: readonly number[]): { senones: Int32Array; place: Uint16Array } {
  const senones = Int32Array.from(new Set(states)).toSorted()
  const numbers = new Map(Array.from(senones, (senone, at) => [senone, at]))
  return { senones, place: Uint16Array.from(states, (senone) => numbers.get(senone)!) }
}
