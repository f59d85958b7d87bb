const numbered = /^\s{0,20}(\d{1,3})(?:\.?\s{2,20}|\.?\t| (?=[\p{Lu}"“(])|$)/u

/** The shortest run of consecutive numbers; a shorter one may be a list that is read aloud. */
const minRun = 5

/**
 * Finds the line numbers of court transcripts, 1 to 25 on each page. Returns, by line index, the offset of the text
 * after the number. Runs of five suffice here, because a number that is wrongly skipped costs the aligner one word,
 * while `formats/parsing/prose/court-pages.ts`, which removes numbers from what is shown, requires nearly all lines to
 * be numbered.
 */
export function lineNumbers(lines: readonly string[]): Map<number, number> {
  const starts = new Map<number, number>()
  let run: [line: number, start: number][] = []
  let last = 0
  const end = () => {
    if (run.length >= minRun) for (const [line, start] of run) starts.set(line, start)
    run = []
  }
  for (const [line, text] of lines.entries()) {
    if (text.trim() === '') continue
    const found = numbered.exec(text)
    const number = found ? Number(found[1]) : Number.NaN
    if (found && run.length > 0 && (number === last + 1 || number === 1)) {
      run.push([line, found[0].length])
    } else {
      end()
      if (found) run.push([line, found[0].length])
    }
    last = number
  }
  end()
  return starts
}
