import type { Problem } from '#transcript/problem.ts'
import { countOf, createTally } from '#transcript/problem-tally.ts'
import { plainSigns } from '../../parsing/cues/plain-signs.ts'
import {
  emptyParsedTranscript,
  type ParsedTranscript,
  type ParsedSegment,
} from '../../parsing/parsed-transcript.ts'
import { placeCueParts } from '../../parsing/parts/place-cue-parts.ts'
import type { TranscriptFile } from '../format.ts'
import { findCues, type SubripCue } from './cues.ts'
import { stripMarkup } from './markup.ts'

/** Reads SubRip, which has no specification. It accepts what FFmpeg, VLC and common players accept. */
export function readSubrip({ text, name }: TranscriptFile): ParsedTranscript {
  const tally = createTally()
  const segments: ParsedSegment[] = []
  const fileBegins: number[] = []
  const { before, cutOff } = findCues(text, (cue) => {
    if (cue.timing.odd) tally.count('cue-repaired', cue.line)
    if (cue.beginsFile) fileBegins.push(cue.line)
    segments.push(toSegment(cue))
  })
  if (segments.length === 0) {
    return emptyParsedTranscript({
      code: 'cues-missing',
      severity: 'error',
      message: `${name} has no line like 00:00:01,000 --> 00:00:02,000, so it cannot be read as SubRip. Choose another format.`,
    })
  }
  const parts = placeCueParts(segments, () => fileBegins)
  const problems = [
    ...leftOut(before),
    ...parts.problems,
    ...tally.report(
      'cue-repaired',
      'warning',
      ({ count, where }) =>
        `${countOf(count, 'cue')} of ${segments.length.toLocaleString('en')} ${count === 1 ? 'has' : 'have'} times written in an unusual way${where}; ${count === 1 ? 'it was' : 'they were'} repaired.`,
    ),
    ...breaksOff(cutOff, name),
  ]
  return { segments: parts.segments, chapters: parts.chapters, problems }
}

function toSegment({ timing, lines, line }: SubripCue): ParsedSegment {
  const { start, end, rest } = timing
  // `X1:… Y2:…` and WebVTT's settings position the cue; other text after the times is shown
  const isPlacement =
    rest === '' ||
    /^(?:\s+(?:[XY][12]|[A-Z]|line|position|size|align|vertical|region):\S+)*\s*$/i.test(
      plainSigns(rest),
    )
  const text = stripMarkup((isPlacement ? lines : [rest, ...lines]).join('\n'))
  return { text, start, end, line }
}

function leftOut(before: readonly string[]): Problem[] {
  if (before.length === 0 || /^\W*webvtt/i.test(before[0]!)) return []
  return [
    {
      code: 'text-before-first-cue',
      severity: 'warning',
      message: `${countOf(before.length, 'line')} before the first cue ${before.length === 1 ? 'has' : 'have'} no time and ${before.length === 1 ? 'was' : 'were'} left out.`,
      line: 1,
    },
  ]
}

function breaksOff(line: number | null, name: string): Problem[] {
  if (line === null) return []
  const message = `${name} is cut off where its last cue begins (line ${line.toLocaleString('en')}). Export or download it again to get the rest.`
  return [{ code: 'cue-cut-off', severity: 'warning', message, line }]
}
