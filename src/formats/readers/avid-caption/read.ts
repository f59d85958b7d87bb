import { countOf, createTally } from '#transcript/problem-tally.ts'
import type { ParsedTranscript } from '../../parsing/parsed-transcript.ts'
import type { TranscriptFile } from '../format.ts'
import { readFrameTimes } from '../../parsing/cues/frame-time.ts'
import { reportProgrammeStart } from '../../parsing/cues/programme-start.ts'

interface AvidCue {
  readonly from: string
  readonly to: string
  readonly lines: string[]
  readonly line: number
}

const timing = /^\s*(\d{1,2}:\d{2}:\d{2}[:;]\d{2})\s+(\d{1,2}:\d{2}:\d{2}[:;]\d{2})\s*$/

/** Reads what Avid's caption plug-in writes: two time codes with frames, the text below them, a blank line. */
export function readAvidCaption({ text, name }: TranscriptFile): ParsedTranscript {
  const tally = createTally()
  const cues: AvidCue[] = []
  let open: AvidCue | null = null
  for (const [index, content] of text.split('\n').entries()) {
    const found = timing.exec(content)
    if (found !== null) {
      open = { from: found[1]!, to: found[2]!, lines: [], line: index + 1 }
      cues.push(open)
    } else if (/^\s*<end subtitles>/i.test(content)) open = null
    else if (open !== null) open.lines.push(content)
    else if (!/^\s*(?:$|@|<)/.test(content)) tally.count('line-left-out', index + 1)
  }
  const { secondsOf, problems } = readFrameTimes(cues.flatMap(({ from, to }) => [from, to]))
  const segments = cues.map(({ from, to, lines, line }) => ({
    text: lines.join('\n'),
    start: secondsOf(from),
    end: secondsOf(to),
    line,
  }))
  return {
    segments,
    problems: [
      ...problems,
      ...reportProgrammeStart(segments, name),
      ...tally.report(
        'line-left-out',
        'warning',
        ({ count, where }) =>
          `${countOf(count, 'line')}${where} outside the subtitles ${count === 1 ? 'was' : 'were'} left out.`,
      ),
    ],
  }
}
