/**
 * A parameter file of a Sphinx acoustic model (`means`, `variances`, `transition_matrices`): a text header that ends
 * with `endhdr`, a byte-order mark, the sizes, and 32-bit floats.
 * Source: the format of CMU sphinxbase (`s3file`), version 1.0.
 */
export interface SphinxNumbers {
  /** The array's dimensions. */
  readonly sizes: readonly number[]
  readonly numbers: Float32Array
}

const byteOrderMark = 0x11223344

/** `dimensions`: how many the array has. Throws an Error that names the file if it is malformed or truncated. */
export function readSphinxNumbers(
  bytes: Uint8Array,
  { name, dimensions }: { name: string; dimensions: number },
): SphinxNumbers {
  const begin = endOfHeader(bytes)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (begin === null || begin + 4 * (dimensions + 2) > bytes.length)
    throw new Error(malformed(name))
  if (view.getUint32(begin, true) !== byteOrderMark) throw new Error(malformed(name))
  const at = (index: number) => view.getUint32(begin + 4 + 4 * index, true)
  const sizes = Array.from({ length: dimensions }, (_, index) => at(index))
  const length = at(dimensions)
  const from = begin + 4 * (dimensions + 2)
  if (from + 4 * length > bytes.length) throw new Error(malformed(name))
  const numbers = new Float32Array(length)
  for (let index = 0; index < length; index++) {
    numbers[index] = view.getFloat32(from + 4 * index, true)
  }
  return { sizes, numbers }
}

const malformed = (name: string) => `${name} is not a file of an acoustic model, or is cut`

function endOfHeader(bytes: Uint8Array): number | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096))
  const mark = 'endhdr\n'
  const at = head.indexOf(mark)
  return head.startsWith('s3\n') && at >= 0 ? at + mark.length : null
}
