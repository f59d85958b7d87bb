/** A stretch of a line that nobody says: offsets in UTF-16 code units, half open. */
export interface LineRange {
  readonly from: number
  readonly to: number
}

/** What is left of a line between its silences, which may overlap and come in any order. */
export function rangesBetween(silences: readonly LineRange[], length: number): LineRange[] {
  const rest: LineRange[] = []
  let from = 0
  for (const silence of [...silences].sort((a, b) => a.from - b.from)) {
    if (silence.from > from) rest.push({ from, to: silence.from })
    from = Math.max(from, silence.to)
  }
  if (from < length) rest.push({ from, to: length })
  return rest
}
