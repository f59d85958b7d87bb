/** @param {unknown} condition @param {string} sentence The fault if it is false. */
export function expect(condition, sentence) {
  if (!condition) throw new Error(sentence)
}

export function expectNear(value, wanted, tolerance, what) {
  const isNear = Math.abs(value - wanted) <= tolerance
  expect(isNear, `${what} is ${value}, not ${wanted} ± ${tolerance}`)
}
