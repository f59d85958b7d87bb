/** A line of prose. Blank lines separate paragraphs. */
export interface ProseLine {
  readonly text: string
  /** 1-based; left out where the file has no lines to count, as a Word document. */
  readonly line?: number
  readonly isHeading?: boolean
}

/** The lines of a plain text. `# …` is a heading, as it is in Markdown. */
export function plainLines(text: string): ProseLine[] {
  return text.split('\n').map((written, index) => {
    const heading = /^\s{0,3}#{1,6}\s+(\S.*)$/.exec(written)
    return heading === null
      ? { text: written, line: index + 1 }
      : { text: heading[1]!.replace(/\s#+\s*$/, ''), line: index + 1, isHeading: true }
  })
}

/** The line number of a segment, where there is one. */
export function proseLine({ line }: ProseLine): { line?: number } {
  return line === undefined ? {} : { line }
}
