/** The place of the last of ascending values that is at most `value`; -1 where all are more. */
export function lastAtMost(values: Uint32Array | Float64Array, value: number): number {
  let [low, high] = [0, values.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (values[middle]! <= value) low = middle + 1
    else high = middle
  }
  return low - 1
}
