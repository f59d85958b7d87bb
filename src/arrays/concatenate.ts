/** Copies parts, in order, into one array. */
export function concatenateBytes(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(totalLength(parts))
  copyAll(parts, whole)
  return whole
}

/** Copies parts, in order, into one array: samples, frames of features, scores. */
export function concatenateFloats(parts: readonly Float32Array[]): Float32Array<ArrayBuffer> {
  const whole = new Float32Array(totalLength(parts))
  copyAll(parts, whole)
  return whole
}

const totalLength = (parts: readonly { readonly length: number }[]) =>
  parts.reduce((sum, { length }) => sum + length, 0)

function copyAll<Values extends ArrayLike<number>>(
  parts: readonly Values[],
  whole: { set(values: Values, at: number): void },
) {
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
}
