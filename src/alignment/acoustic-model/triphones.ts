/**
 * The senones of each triphone, read from a binary model definition (`mdef`, "BMDF" version 1 of CMU Sphinx): phones, a
 * tree from word position, phone and context to senone sequences, and the sequences. A senone is a Gaussian mixture
 * shared by many triphones.
 */
export interface Triphones {
  /** Names of the phones, including `SIL` and noises. */
  readonly phones: readonly string[]
  /** Index of the silence phone. */
  readonly silence: number
  /** Number of senones; those of the monophones come first, three each. */
  readonly senones: number
  /** The phone of each senone. */
  readonly phoneOfSenone: Uint8Array
  /** The three senones of a triphone; those of the monophone if the model lacks the triphone. */
  statesOf(context: PhoneContext): readonly [number, number, number]
}

export interface PhoneContext {
  readonly phone: number
  readonly left: number
  readonly right: number
  readonly position: WordPosition
}

/** Position of a phone in its word. */
export type WordPosition = 'inside' | 'begin' | 'end' | 'single'

const numberOfPosition: Record<WordPosition, number> = { inside: 0, begin: 1, end: 2, single: 3 }
const nodeBytes = 8
const phoneBytes = 12
const sequenceLength = 3
type Header = [number, number, number, number, number, number, number, number, number, number]

/** Throws an Error for a malformed or truncated file, or one without three states per phone. */
export function readTriphones(bytes: Uint8Array): Triphones {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const malformed = 'mdef is not a model definition of three states a phone, or is cut'
  const isModel = bytes.length >= 12 && view.getUint32(0, false) === 0x424d4446
  const headAt = isModel ? 12 + view.getInt32(8, true) : 0
  if (!isModel || headAt + 40 > bytes.length) throw new Error(malformed)
  const [phoneCount, allCount, statesPerPhone, , senones, , sequences, , nodes, silence] =
    Array.from({ length: 10 }, (_, index) => view.getInt32(headAt + 4 * index, true)) as Header

  const { phones, end } = readNames(bytes, { at: headAt + 40, count: phoneCount })
  const treeAt = headAt + 40 + ((end - headAt - 40 + 3) & ~3)
  const entriesAt = treeAt + nodes * nodeBytes
  const sequencesAt = entriesAt + allCount * phoneBytes + 4
  const wholeSize = sequencesAt + 2 * sequenceLength * sequences
  if (statesPerPhone !== sequenceLength || wholeSize > bytes.length) throw new Error(malformed)
  const isNoise = (phone: number) => bytes[entriesAt + phone * phoneBytes + 8] !== 0

  function statesOfEntry(entry: number): [number, number, number] {
    const sequence = view.getInt32(entriesAt + entry * phoneBytes, true)
    const state = (place: number) =>
      view.getUint16(sequencesAt + 2 * (sequence * sequenceLength + place), true)
    return [state(0), state(1), state(2)]
  }

  function findNode(from: number, count: number, context: number): number | null {
    for (let node = from; node < from + count; node++) {
      if (view.getInt16(treeAt + node * nodeBytes, true) === context) return node
    }
    return null
  }

  function findEntry(path: readonly number[]): number | null {
    let from = 0
    let count = 4
    for (const context of path) {
      const node = findNode(from, count, context)
      if (node === null) return null
      const below = view.getInt16(treeAt + node * nodeBytes + 2, true)
      const value = view.getInt32(treeAt + node * nodeBytes + 4, true)
      if (below === 0) return value < 0 ? null : value
      from = value
      count = below
    }
    return null
  }

  const known = new Map<number, readonly [number, number, number]>()
  const asContext = (phone: number) => (isNoise(phone) ? silence : phone)

  const phoneOfSenone = new Uint8Array(senones)
  for (let entry = 0; entry < allCount; entry++) {
    // A triphone's entry holds its phone in the second of four bytes; a monophone's entry is the phone itself.
    const phone = entry < phoneCount ? entry : bytes[entriesAt + entry * phoneBytes + 9]!
    for (const state of statesOfEntry(entry)) phoneOfSenone[state] = phone
  }

  return {
    phones,
    silence,
    senones,
    phoneOfSenone,
    statesOf({ phone, left, right, position }) {
      const key = ((phone * 64 + left) * 64 + right) * 4 + numberOfPosition[position]
      const before = known.get(key)
      if (before) return before
      const wanted = numberOfPosition[position]
      let entry: number | null = null
      for (const tried of [wanted, 0, 1, 2, 3]) {
        entry ??= findEntry([tried, phone, asContext(left), asContext(right)])
      }
      const states = statesOfEntry(entry ?? phone)
      known.set(key, states)
      return states
    },
  }
}

function readNames(bytes: Uint8Array, { at, count }: { at: number; count: number }) {
  const phones: string[] = []
  let from = at
  while (phones.length < count) {
    const end = bytes.indexOf(0, from)
    phones.push(new TextDecoder('latin1').decode(bytes.subarray(from, end)))
    from = end + 1
  }
  return { phones, end: from }
}
