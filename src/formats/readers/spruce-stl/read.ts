import { countOf, createTally } from '#transcript/problem-tally.ts'
import { emptyParsedTranscript, type ParsedTranscript } from '../../parsing/parsed-transcript.ts'
import type { TranscriptFile } from '../format.ts'
import { assumeFrameRate } from '../../parsing/cues/frame-rate.ts'
import { framesIn, secondsOfFrames } from '../../parsing/cues/frame-time.ts'
import { parseSpruceLine, type SpruceLine } from './line.ts'

/** Reads Spruce STL (DVD Maestro): `from , to , text` with `|` as line break; times count frames. */
export function readSpruceStl({ text, name }: TranscriptFile): ParsedTranscript {
  const tally = createTally()
  const cues: (SpruceLine & { readonly line: number })[] = []
  for (const [index, content] of text.split('\n').entries()) {
    const cue = parseSpruceLine(content)
    if (cue !== null) cues.push({ ...cue, line: index + 1 })
    else if (!/^\s*(?:$|\$|\/\/)/.test(content)) tally.count('line-left-out', index + 1)
  }
  if (cues.length === 0) {
    return emptyParsedTranscript({
      code: 'lines-missing',
      severity: 'error',
      message: `${name} has no line like 00:00:01:00 , 00:00:02:00 , text, so it cannot be read as Spruce STL. Choose another format.`,
    })
  }
  const highest = cues.reduce(
    (most, { from, to }) => Math.max(most, framesIn(from), framesIn(to)),
    0,
  )
  const { rate, problems } = assumeFrameRate(highest)
  return {
    segments: cues.map(({ from, to, text, line }) => ({
      text: text.replace(/\^[BIU]/g, '').replaceAll('|', '\n'),
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
          `${countOf(count, 'line')}${where} ${count === 1 ? 'is no subtitle' : 'are no subtitles'} and ${count === 1 ? 'was' : 'were'} left out.`,
      ),
    ],
  }
}
