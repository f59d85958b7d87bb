import { countOf, createTally } from '#transcript/problem-tally.ts'
import type { ParsedTranscript } from '../../parsing/parsed-transcript.ts'
import type { TranscriptFile } from '../format.ts'
import { assumeFrameRate } from '../../parsing/cues/frame-rate.ts'
import { framesIn, secondsOfFrames } from '../../parsing/cues/frame-time.ts'

interface AvidCue {
  readonly from: string
  readonly to: string
  readonly lines: string[]
  readonly line: number
}

const timing = /^\s*(\d{1,2}:\d{2}:\d{2}[:;]\d{2})\s+(\d{1,2}:\d{2}:\d{2}[:;]\d{2})\s*$/

/** Reads what Avid's caption plug-in writes: two time codes with frames, the text below them, a blank line. */
export function readAvidCaption({ text }: TranscriptFile): ParsedTranscript {
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
  const highest = cues.reduce(
    (most, { from, to }) => Math.max(most, framesIn(from), framesIn(to)),
    0,
  )
  const { rate, problems } = assumeFrameRate(highest)
  return {
    segments: cues.map(({ from, to, lines, line }) => ({
      text: lines.join('\n'),
      start: secondsOfFrames(from, rate),
      end: secondsOfFrames(to, rate),
      line,
    })),
    problems: [
      ...problems,
      ...tally.report(
        'line-left-out',
        'warning',
        ({ count, where }) =>
          `${countOf(count, 'line')}${where} before the first time ${count === 1 ? 'was' : 'were'} left out.`,
      ),
    ],
  }
}
