interface Numbers<Self> {
  readonly length: number
  [at: number]: number
  set(values: Self): void
  slice(from: number, to: number): Self
}

/** Numbers that are added one by one, in an array that doubles. */
export function createGrowingArray<Kind extends Numbers<Kind>>(
  create: (length: number) => Kind,
  expected: number,
) {
  let values = create(Math.max(16, expected))
  let length = 0
  return {
    get length() {
      return length
    },
    push(value: number) {
      if (length === values.length) {
        const larger = create(length * 2)
        larger.set(values)
        values = larger
      }
      values[length++] = value
    },
    drop(count: number) {
      length -= count
    },
    finish: () => values.slice(0, length),
  }
}
