import {
  parseLooseTiming,
  parseOpenTiming,
  type LooseTiming,
} from '../../parsing/cues/loose-timing.ts'
import { findCueNumber, findCutOff } from './cue-number.ts'

/** `end` is `null` if the line ends after its arrow. */
type Timing = Omit<LooseTiming, 'end'> & { readonly end: number | null }

export interface SubripCue {
  readonly timing: Timing
  /** Lines without the number of the next cue; blank lines inside the text are included. */
  readonly lines: readonly string[]
  /** 1-based number of the timing line. */
  readonly line: number
  /** The numbers begin again with it, as in files that were joined. */
  readonly beginsFile: boolean
}

export interface AroundCues {
  /** Lines before the first cue, except its number. */
  readonly before: readonly string[]
  /** 1-based line of the number of an incomplete last cue; `null` if the file is complete. */
  readonly cutOff: number | null
}

/**
 * Finds cues by their timing lines and passes each to `onCue`, so that a long file need not hold them all at once. All
 * lines up to the next timing line are text, blank ones included, except the number directly before it. So a missing
 * blank line, number or final line break loses nothing.
 */
export function findCues(text: string, onCue: (cue: SubripCue) => void): AroundCues {
  const lines = text.split('\n')
  let timing: Timing | null = null
  let begin = 0
  let before: readonly string[] = []
  let numbering = { last: 0, isNumbered: false }
  let beginsFile = false
  const close = (end: number) => {
    if (timing === null) before = lines.slice(0, end).filter((line) => line.trim() !== '')
    else
      onCue({
        timing,
        lines: lines.slice(begin, endOfText(lines, begin, end)),
        line: begin,
        beginsFile,
      })
  }
  for (const [at, line] of lines.entries()) {
    const found = parseTiming(line)
    if (found === null) continue
    const number = findCueNumber(lines, { begin, end: at }, numbering)
    const numberedBefore = numbering.last
    if (number === null) partJoined(lines, begin, at)
    else {
      const isNumbered = numbering.isNumbered || timing === null
      numbering = { last: number.number, isNumbered }
    }
    close(number?.at ?? at)
    timing = found
    beginsFile = number !== null && number.number <= 1 && number.number < numberedBefore
    begin = at + 1
  }
  const cutOff = timing === null ? null : findCutOff(lines, begin, numbering)
  close(cutOff ?? lines.length)
  return { before, cutOff: cutOff === null ? null : cutOff + 1 }
}

/** The end of the lines without the blank ones that separate a cue from the next. */
function endOfText(lines: readonly string[], begin: number, end: number): number {
  let last = end
  while (last > begin && lines[last - 1]!.trim() === '') last -= 1
  return last
}

function parseTiming(line: string): Timing | null {
  const timing = parseLooseTiming(line)
  if (timing !== null) return timing
  const start = parseOpenTiming(line)
  return start === null ? null : { start, end: null, rest: '', odd: /e/i.test(line) }
}

/** Handles files that were joined without a line break: the number follows the byte order mark of the second file. */
function partJoined(lines: string[], begin: number, end: number): void {
  if (end === begin) return
  const last = lines[end - 1]!
  const mark = last.lastIndexOf('\uFEFF')
  if (mark > 0 && /^\uFEFF\d{1,9}\s*$/.test(last.slice(mark))) lines[end - 1] = last.slice(0, mark)
}
