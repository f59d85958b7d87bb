import { parseLooseTiming, type LooseTiming } from '../cues/loose-timing.ts'

export interface SubripCue {
  readonly timing: LooseTiming
  /** Lines without the number of the next cue; blank ones inside the text are still there. */
  readonly lines: readonly string[]
  /** 1-based, of its timing line. */
  readonly line: number
}

export interface SubripCues {
  readonly cues: readonly SubripCue[]
  /** What stands before the first cue and is not its number. */
  readonly before: readonly string[]
}

/**
 * Cues by their timing lines: all up to the next one is text, blank lines too, except the number
 * directly before it. So a missing blank line, number or last line break loses nothing.
 */
export function findCues(text: string): SubripCues {
  const lines = text.split('\n')
  const cues: SubripCue[] = []
  let timing: LooseTiming | null = null
  let begin = 0
  let before: readonly string[] = []
  let number = 0
  const close = (end: number, hasNext: boolean) => {
    const index = hasNext ? indexLine(lines, begin, end, number) : null
    if (index !== null) number = Number(lines[index])
    const content = lines.slice(begin, index ?? end)
    if (timing === null) before = content.filter((line) => line.trim() !== '')
    else cues.push({ timing, lines: content, line: begin })
  }
  for (const [at, line] of lines.entries()) {
    const found = parseLooseTiming(line)
    if (found === null) continue
    close(at, true)
    timing = found
    begin = at + 1
  }
  close(lines.length, false)
  return { cues, before }
}

/** The line, from `begin` on, that holds the number of the cue whose timing stands at `end`. */
function indexLine(
  lines: readonly string[],
  begin: number,
  end: number,
  last: number,
): number | null {
  if (end > begin && isNumber(lines[end - 1]!)) return end - 1
  // a blank line between number and times: then only where it counts on, and a blank line stands before
  let at = end - 1
  while (at >= begin && lines[at]!.trim() === '') at -= 1
  if (at < begin || at === end - 1 || !isNumber(lines[at]!)) return null
  const countsOn = Number(lines[at]) === last + 1
  return countsOn && (at === begin || lines[at - 1]!.trim() === '') ? at : null
}

function isNumber(line: string): boolean {
  return /^\s*\d{1,9}\s*$/.test(line)
}
