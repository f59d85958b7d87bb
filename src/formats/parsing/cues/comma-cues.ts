import type { Problem } from '#transcript/problem.ts'
import { countOf } from '#transcript/problem-tally.ts'
import {
  emptyParsedTranscript,
  type ParsedTranscript,
  type ParsedSegment,
} from '../parsed-transcript.ts'
import { placeCueParts } from '../parts/place-cue-parts.ts'
import type { TranscriptFile } from '../../readers/format.ts'
import { parseClockTime } from './clock-time.ts'

export interface CommaTiming {
  readonly start: number
  readonly end: number
}

/** A timing line of SBV or SubViewer: two times, separated by a comma, and nothing else. Hours are optional. */
const timingLine =
  /^\s{0,99}([-−]?(?:\d{1,9}:){1,2}\d{1,9}(?:[.:]\d{1,9})?)\s{0,9},\s{0,9}([-−]?(?:\d{1,9}:){1,2}\d{1,9}(?:[.:]\d{1,9})?)\s*$/

export function parseCommaTiming(line: string): CommaTiming | null {
  const found = timingLine.exec(line)
  if (found === null) return null
  const start = timeOf(found[1]!)
  const end = timeOf(found[2]!)
  return start === null || end === null ? null : { start, end }
}

/** Also accepts `00:00:01:50`, with the hundredths after a colon. */
function timeOf(text: string): number | null {
  return parseClockTime(text.replace(/^([^:]*:[^:]*:[^:]*):/, '$1.'))
}

/**
 * Reads SBV and SubViewer. All lines between two timing lines are text, blank ones included, so a missing blank line
 * loses nothing. `[br]` is a line break. `kind` is the format's name in messages.
 */
export function parseCommaCues({ text, name }: TranscriptFile, kind: string): ParsedTranscript {
  const segments: ParsedSegment[] = []
  let before: readonly string[] = []
  let timing: CommaTiming | null = null
  let begin = 0
  const lines = text.split('\n')
  const close = (end: number) => {
    const content = lines.slice(begin, end)
    if (timing === null) before = content.filter(isText)
    else segments.push({ ...timing, text: textOf(content), line: begin })
  }
  for (const [at, line] of lines.entries()) {
    const found = parseCommaTiming(line)
    if (found === null) continue
    close(at)
    timing = found
    begin = at + 1
  }
  if (timing === null) {
    return emptyParsedTranscript({
      code: 'cues-missing',
      severity: 'error',
      message: `${name} has no line like 0:00:01.000,0:00:02.000, so it cannot be read as ${kind}. Choose another format.`,
    })
  }
  close(lines.length)
  const { problems, ...parts } = placeCueParts(segments)
  return { ...parts, problems: [...leftOut(before), ...problems] }
}

/** Removes `[END SUBTITLE]`, with which aeneas closes the file, and converts `[br]`. */
function textOf(lines: readonly string[]): string {
  const spoken = lines.filter((line) => !/^\s{0,9}\[END SUBTITLE\]\s*$/i.test(line))
  return spoken.join('\n').replace(/\[br\]/gi, '\n')
}

/** False for a line of SubViewer's header, which is in brackets: `[TITLE]…`, `[COLF]&HFFFFFF,[SIZE]18`. */
function isText(line: string): boolean {
  return line.trim() !== '' && !/^\s*\[[A-Z ]{1,30}\]/i.test(line)
}

function leftOut(before: readonly string[]): Problem[] {
  if (before.length === 0) return []
  return [
    {
      code: 'text-before-first-cue',
      severity: 'warning',
      message: `${countOf(before.length, 'line')} before the first cue ${before.length === 1 ? 'has' : 'have'} no time and ${before.length === 1 ? 'was' : 'were'} left out.`,
      line: 1,
    },
  ]
}
