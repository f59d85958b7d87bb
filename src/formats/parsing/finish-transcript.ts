import type { Problem } from '#transcript/problem.ts'
import { countOf } from '#transcript/problem-tally.ts'
import { repairTimes } from '#transcript/repair.ts'
import type { Segment, Timing, Transcript } from '#transcript/transcript.ts'
import type { ParsedTranscript, ParsedSegment } from './parsed-transcript.ts'
import { enforceLimits } from './enforce-limits.ts'
import { trimText } from './trim-text.ts'
import { undoReferences } from './undo-references.ts'
import { createSpeakerList } from './speakers/speaker-list.ts'
import { nameSpeakers } from './speakers/name-speakers.ts'
import { splitTurns } from './speakers/split-turns.ts'
import { isSound } from '#transcript/conventions/sound.ts'

/** Turns a reader's result into a transcript, by the same steps for every format. */
export function finishTranscript(
  parsed: ParsedTranscript,
  name: string,
): { transcript: Transcript; problems: Problem[] } {
  const meant = undoReferences(parsed.segments)
  const limited = enforceLimits(meant.segments.map(trimText), name)
  const problems: Problem[] = [...parsed.problems, ...meant.problems]
  const tidy = limited.segments
  const worded = tidy.filter((segment) => segment.text !== '')
  if (worded.length < tidy.length) {
    problems.push({
      code: 'text-empty',
      severity: 'note',
      message: `${countOf(tidy.length - worded.length, 'segment')} without text ${tidy.length - worded.length === 1 ? 'is' : 'are'} not shown.`,
    })
  }
  problems.push(...limited.problems)
  const named = nameSpeakers(splitTurns(worded))
  const speakers = createSpeakerList()
  const { segments, problems: repairs } = repairTimes(
    named.map((segment) => toSegment(segment, speakers.idOf(segment.speaker), parsed.language)),
    (index) => named[index]?.line,
  )
  const transcript: Transcript = {
    ...(parsed.title === undefined ? {} : { title: parsed.title }),
    ...(parsed.language === undefined ? {} : { language: parsed.language }),
    timing: timingOf(segments),
    speakers: speakers.speakers,
    chapters: parsed.chapters ?? [],
    segments,
  }
  problems.push(...repairs)
  if (segments.length === 0 && transcript.chapters.length === 0 && !problems.some(isError)) {
    problems.push({
      code: 'no-segments',
      severity: 'warning',
      message: `${name} contains no text to show. Check that you chose the right file.`,
    })
  }
  return { transcript, problems }
}

export function isError(problem: Problem): boolean {
  return problem.severity === 'error'
}

/** Shared, because most segments of long transcripts have no timed words. */
const noWords: Segment['words'] = []

function toSegment(
  parsed: ParsedSegment,
  speaker: Segment['speaker'],
  language: string | undefined,
): Segment {
  const { start, end, text, words = noWords } = parsed
  const kind = isSound(text) ? 'sound' : 'speech'
  const turn = parsed.beginsTurn && speaker === null ? { beginsTurn: true as const } : {}
  const segment = { start, end, speaker, ...turn, kind, text, words } as const
  const isForeign = parsed.language !== undefined && parsed.language !== language
  return isForeign ? { ...segment, language: parsed.language } : segment
}

function timingOf(segments: readonly Segment[]): Timing {
  // a transcript whose word times are all estimated does not count as timed by words
  const isMeasured = segments.some(({ words }) => words.some(({ estimated }) => !estimated))
  if (isMeasured) return 'word'
  return segments.some((segment) => segment.start !== null) ? 'segment' : 'none'
}
