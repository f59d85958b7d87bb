/** What the boxes of one container hold, each after its head, by their types. */
export type Boxes = ReadonlyMap<string, readonly DataView[]>

/** No container that is read here has as many; what says so is damaged. */
const mostBoxes = 1000
/** Type and size, in 64 bits where 32 are too few. */
export const longestBoxHeader = 16

/**
 * Type and extent, in bytes, of a box (ISO/IEC 14496-12, 4.2) that begins where `head` does. A box of size 0
 * fills the `room`, which is what there is from its beginning on, as the last of a file may; null for one that
 * would not fit.
 */
export function readBoxHeader(head: DataView, room: number) {
  if (head.byteLength < 8) return null
  const size = head.getUint32(0)
  const isLarge = size === 1
  if (isLarge && head.byteLength < longestBoxHeader) return null
  const headLength = isLarge ? longestBoxHeader : 8
  const stated = isLarge ? uint64(head, 8) : size
  const length = stated === 0 ? room : stated
  if (length < headLength || length > room) return null
  return { type: fourCC(head, 4), headLength, length }
}

/** The boxes that lie in a box, not what lies in them; null where they do not follow each other to its end. */
export function boxesIn(content: DataView): Boxes | null {
  const boxes = new Map<string, DataView[]>()
  let count = 0
  // QuickTime ends some lists with four bytes of zero.
  for (let at = 0; content.byteLength - at >= 8; count++) {
    const head = readBoxHeader(subView(content, at), content.byteLength - at)
    const isOpen = content.getUint32(at) === 0
    if (!head || isOpen || count === mostBoxes) return null
    const box = subView(content, at + head.headLength, head.length - head.headLength)
    const others = boxes.get(head.type)
    if (others) others.push(box)
    else boxes.set(head.type, [box])
    at += head.length
  }
  return boxes
}

/** The box of a type of which there is one. */
export function onlyBox(boxes: Boxes, type: string): DataView | null {
  const [box, another] = boxes.get(type) ?? []
  return box && !another ? box : null
}

export function boxesInOnly(boxes: Boxes, type: string): Boxes | null {
  const box = onlyBox(boxes, type)
  return box && boxesIn(box)
}

/** How many entries a table says it has, at `countAt`; null where its box would not hold them after that. */
export function entryCount(
  table: DataView,
  { countAt, entryBits }: { countAt: number; entryBits: number },
): number | null {
  const entriesAt = countAt + 4
  if (table.byteLength < entriesAt) return null
  const count = table.getUint32(countAt)
  return Math.ceil((count * entryBits) / 8) <= table.byteLength - entriesAt ? count : null
}

export const subView = (view: DataView, from: number, length = view.byteLength - from) =>
  new DataView(view.buffer, view.byteOffset + from, length)

export const fourCC = (view: DataView, at: number) =>
  String.fromCharCode(...[0, 1, 2, 3].map((letter) => view.getUint8(at + letter)))

/** Not exact beyond 2^53. */
export const uint64 = (view: DataView, at: number) =>
  view.getUint32(at) * 2 ** 32 + view.getUint32(at + 4)

/** Not exact beyond 2^53. */
export const int64 = (view: DataView, at: number) =>
  view.getInt32(at) * 2 ** 32 + view.getUint32(at + 4)
