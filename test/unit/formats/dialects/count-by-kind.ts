/** Counts failures by their kind, with an example of each, to be printed. */
export interface KindCounts {
  count(kind: string, example: string): void
  readonly total: number
  /** `12 commas, as: Park, Ada`, the most frequent kind first. */
  toString(): string
}

export function createKindCounts(): KindCounts {
  const kinds = new Map<string, { times: number; example: string }>()
  let total = 0
  return {
    count(kind, example) {
      total += 1
      const known = kinds.get(kind)
      if (known === undefined) kinds.set(kind, { times: 1, example })
      else known.times += 1
    },
    get total() {
      return total
    },
    toString: () =>
      [...kinds]
        .sort(([, a], [, b]) => b.times - a.times)
        .map(([kind, { times, example }]) => `${times} ${kind}, as: ${example}`)
        .join('\n'),
  }
}
