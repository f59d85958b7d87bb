/**
 * Reads the number files of a Sphinx acoustic model (`means`, `variances`, `transition_matrices`): a text head
 * that ends with `endhdr`, a word that tells the byte order, the sizes, and 32-bit floats.
 * Source: the format as CMU sphinxbase writes it (`s3file`), version 1.0.
 */
export interface SphinxNumbers {
  /** As many sizes as were asked for. */
  readonly sizes: readonly number[]
  readonly numbers: Float32Array
}

const byteOrderMark = 0x11223344

/** Throws an Error that names the file where it is not one, or was cut. */
export function readSphinxNumbers(
  bytes: Uint8Array,
  { name, sizes: count }: { name: string; sizes: number },
): SphinxNumbers {
  const begin = endOfHead(bytes)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (begin === null || begin + 4 * (count + 2) > bytes.length) throw new Error(notOne(name))
  if (view.getUint32(begin, true) !== byteOrderMark) throw new Error(notOne(name))
  const at = (place: number) => view.getUint32(begin + 4 + 4 * place, true)
  const sizes = Array.from({ length: count }, (_, place) => at(place))
  const length = at(count)
  const from = begin + 4 * (count + 2)
  if (from + 4 * length > bytes.length) throw new Error(notOne(name))
  const numbers = new Float32Array(length)
  for (let place = 0; place < length; place++) {
    numbers[place] = view.getFloat32(from + 4 * place, true)
  }
  return { sizes, numbers }
}

const notOne = (name: string) => `${name} is not a file of an acoustic model, or is cut`

function endOfHead(bytes: Uint8Array): number | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096))
  const mark = 'endhdr\n'
  const at = head.indexOf(mark)
  return head.startsWith('s3\n') && at >= 0 ? at + mark.length : null
}
