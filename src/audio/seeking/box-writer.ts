/** Bytes in pieces: large tables are not copied from box to box. */
export interface Pieces {
  readonly length: number
  readonly parts: readonly Uint8Array[]
}

/** A box of the ISO base media file format (ISO/IEC 14496-12, 4.2); no larger than 4 GB. */
export function box(type: string, ...contents: readonly (Pieces | Uint8Array)[]): Pieces {
  const all = pieces(...contents)
  return pieces(uint32s(all.length + 8), latin1(type), all)
}

/** A box with a version and flags, 24 bits of them. */
export function fullBox(
  type: string,
  { version = 0, flags = 0 }: { version?: number; flags?: number },
  ...contents: readonly (Pieces | Uint8Array)[]
): Pieces {
  return box(type, uint32s((version << 24) | flags), ...contents)
}

/** A descriptor (ISO/IEC 14496-1, 8.3.3); contents of 127 bytes at the most. */
export function descriptor(tag: number, ...contents: readonly (Pieces | Uint8Array)[]): Pieces {
  const all = pieces(...contents)
  return pieces(Uint8Array.of(tag, all.length), all)
}

export function pieces(...contents: readonly (Pieces | Uint8Array)[]): Pieces {
  const parts = contents.flatMap((it) => (it instanceof Uint8Array ? [it] : it.parts))
  return { length: parts.reduce((sum, { length }) => sum + length, 0), parts }
}

export const zeros = (length: number) => new Uint8Array(length)

export const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))

export const uint16s = (...values: readonly number[]) =>
  Uint8Array.from(values.flatMap((value) => [value >>> 8, value]))

export const uint32s = (...values: readonly number[]) => bigEndian(4, values)

/** Whole numbers up to 2^53. */
export const uint64s = (...values: readonly number[]) => bigEndian(8, values)

function bigEndian(width: 4 | 8, values: readonly number[]) {
  const table = createTable(width, values.length)
  for (const [at, value] of values.entries()) table.set(at, value)
  return table.bytes
}

/** Numbers of four or eight bytes that are filled in one by one. */
export function createTable(width: 4 | 8, length: number) {
  const bytes = new Uint8Array(length * width)
  const view = new DataView(bytes.buffer)
  return {
    bytes,
    set(at: number, value: number) {
      if (width === 4) view.setUint32(at * 4, value)
      else {
        view.setUint32(at * 8, value / 2 ** 32)
        view.setUint32(at * 8 + 4, value)
      }
    },
  }
}
