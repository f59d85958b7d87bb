import {
  emptyParsedTranscript,
  type ParsedTranscript,
  type ParsedSegment,
} from '../../parsing/parsed-transcript.ts'
import type { TranscriptFile } from '../format.ts'
import { parseClockTime } from '../../parsing/cues/clock-time.ts'
import { textOfMarkup } from '../../parsing/html/text-of-markup.ts'

/** Reads RealText: the text after a `<time begin>` lasts until its `end`, else until the next one. */
export function readRealtext({ text, name }: TranscriptFile): ParsedTranscript {
  const marks = [...text.matchAll(/<time\s[^<>]{0,200}>/gi)]
  if (marks.length === 0) {
    return emptyParsedTranscript({
      code: 'lines-missing',
      severity: 'error',
      message: `${name} has no <time begin="…">, so it cannot be read as RealText. Choose another format.`,
    })
  }
  const lines = marks.map(({ index }) => index)
  const segments: ParsedSegment[] = []
  let line = 1
  let counted = 0
  for (const [at, { 0: tag, index }] of marks.entries()) {
    for (let next = text.indexOf('\n', counted); next !== -1 && next < index;) {
      line += 1
      counted = next + 1
      next = text.indexOf('\n', counted)
    }
    const spoken = textOfMarkup(text.slice(index + tag.length, lines[at + 1] ?? text.length))
    const start = timeIn(tag, 'begin')
    const following = marks[at + 1]
    const end =
      timeIn(tag, 'end') ?? (following === undefined ? null : timeIn(following[0], 'begin'))
    if (spoken.trim() !== '') segments.push({ text: spoken, start, end, line })
  }
  return { segments, problems: [] }
}

function timeIn(tag: string, name: string): number | null {
  const found = new RegExp(`\\s${name}\\s{0,3}=\\s{0,3}["']?([\\d:.]{1,30})`, 'i').exec(tag)
  return found === null ? null : parseClockTime(found[1]!)
}
