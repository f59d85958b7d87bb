import { countOf, createTally } from '#transcript/problem-tally.ts'
import { emptyParsedTranscript, type ParsedTranscript } from '../../parsing/parsed-transcript.ts'
import type { TranscriptFile } from '../format.ts'
import { readFrameTimes } from '../../parsing/cues/frame-time.ts'
import { reportProgrammeStart } from '../../parsing/cues/programme-start.ts'
import { parseSpruceLine, type SpruceLine } from './line.ts'

/** Reads Spruce STL (DVD Maestro): `from , to , text` with `|` as line break; times count frames, or milliseconds. */
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
  const { secondsOf, problems } = readFrameTimes(cues.flatMap(({ from, to }) => [from, to]))
  const segments = cues.map(({ from, to, text, line }) => ({
    text: text.replace(/\^[BIU]/g, '').replaceAll('|', '\n'),
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
          `${countOf(count, 'line')}${where} ${count === 1 ? 'is no subtitle' : 'are no subtitles'} and ${count === 1 ? 'was' : 'were'} left out.`,
      ),
    ],
  }
}
