/** A range of a line: offsets in UTF-16 code units, half open. */
export interface LineRange {
  readonly from: number
  readonly to: number
}

/** The ranges of a line between others, which may overlap and come in any order. */
export function rangesBetween(ranges: readonly LineRange[], length: number): LineRange[] {
  const rest: LineRange[] = []
  let from = 0
  for (const range of [...ranges].sort((a, b) => a.from - b.from)) {
    if (range.from > from) rest.push({ from, to: range.from })
    from = Math.max(from, range.to)
  }
  if (from < length) rest.push({ from, to: length })
  return rest
}
