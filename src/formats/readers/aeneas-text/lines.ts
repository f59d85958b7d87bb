const pattern = /^(\S+) (\d+\.\d{3}) (\d+\.\d{3}) "(.*)"$/

export interface FragmentLine {
  /** Seconds. */
  readonly start: number
  readonly end: number
  readonly text: string
}

/**
 * Parses a line such as `f000001 0.000 2.680 "From fairest creatures"`. aeneas does not escape quotes inside the text.
 */
export function readFragmentLine(line: string): FragmentLine | null {
  const found = pattern.exec(line.trimEnd())
  if (found === null) return null
  return { start: Number(found[2]), end: Number(found[3]), text: found[4]! }
}
