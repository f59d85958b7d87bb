/** A line of prose. Blank lines separate paragraphs. */
export interface ProseLine {
  readonly text: string
  /** 1-based; absent for files without lines, such as Word documents. */
  readonly line?: number
  readonly isHeading?: boolean
  /** A dash said that somebody else speaks from here on. */
  readonly beginsTurn?: boolean
}

/** Splits plain text into lines. `# …` is a heading, as in Markdown. */
export function plainLines(text: string): ProseLine[] {
  return text.split('\n').map((written, index) => {
    const heading = /^\s{0,3}#{1,6}\s+(\S.*)$/.exec(written)
    return heading === null
      ? { text: written, line: index + 1 }
      : { text: heading[1]!.replace(/\s#+\s*$/, ''), line: index + 1, isHeading: true }
  })
}

/** The `line` property of a segment, if the line has a number. */
export function proseLine({ line }: ProseLine): { line?: number } {
  return line === undefined ? {} : { line }
}
