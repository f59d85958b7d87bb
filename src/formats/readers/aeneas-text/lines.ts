const pattern = /^(\S+) (\d+\.\d{3}) (\d+\.\d{3}) "(.*)"$/

export interface FragmentLine {
  /** Seconds. */
  readonly start: number
  readonly end: number
  readonly text: string
}

/** A line as aeneas writes it: `f000001 0.000 2.680 "From fairest creatures"`, quotes inside as they are. */
export function readFragmentLine(line: string): FragmentLine | null {
  const found = pattern.exec(line.trimEnd())
  if (found === null) return null
  return { start: Number(found[2]), end: Number(found[3]), text: found[4]! }
}
