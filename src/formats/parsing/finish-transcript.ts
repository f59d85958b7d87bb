import type { Problem } from '#transcript/problem.ts'
import { countOf } from '#transcript/problem-tally.ts'
import { repairTimes } from '#transcript/repair.ts'
import type { Segment, Timing, Transcript } from '#transcript/transcript.ts'
import type { ParsedTranscript, ParsedSegment } from './parsed-transcript.ts'
import { tidyText } from './tidy-text.ts'
import { mostSegments } from './limits.ts'
import { createSpeakerList } from './speakers/speaker-list.ts'
import { nameSpeakers } from './speakers/name-speakers.ts'
import { isSound } from './speakers/sound.ts'

/** A reader's draft as a transcript: what all formats have done to them, in one place. */
export function finishTranscript(
  draft: ParsedTranscript,
  name: string,
): { transcript: Transcript; problems: Problem[] } {
  const problems: Problem[] = [...draft.problems]
  const tidy = draft.segments.slice(0, mostSegments).map(tidyText)
  const worded = tidy.filter((segment) => segment.text !== '')
  if (worded.length < tidy.length) {
    problems.push({
      code: 'text-empty',
      severity: 'note',
      message: `${countOf(tidy.length - worded.length, 'segment')} without text ${tidy.length - worded.length === 1 ? 'is' : 'are'} not shown.`,
    })
  }
  if (draft.segments.length > mostSegments) {
    problems.push({
      code: 'too-many-segments',
      severity: 'warning',
      message: `${name} has ${countOf(draft.segments.length, 'segment')}; the first ${mostSegments.toLocaleString('en')} are shown.`,
    })
  }
  const named = nameSpeakers(worded)
  const introductions = createSpeakerList()
  const { segments, problems: repairs } = repairTimes(
    named.map((segment) => toSegment(segment, introductions.idOf(segment.speaker), draft.language)),
    (index) => named[index]?.line,
  )
  const transcript: Transcript = {
    ...(draft.title === undefined ? {} : { title: draft.title }),
    ...(draft.language === undefined ? {} : { language: draft.language }),
    timing: timingOf(segments),
    speakers: introductions.speakers,
    chapters: draft.chapters ?? [],
    segments,
  }
  problems.push(...repairs)
  if (segments.length === 0 && transcript.chapters.length === 0 && !problems.some(isError)) {
    problems.push({
      code: 'no-segments',
      severity: 'warning',
      message: `${name} holds no text to show. Check that the right file was chosen.`,
    })
  }
  return { transcript, problems }
}

export function isError(problem: Problem): boolean {
  return problem.severity === 'error'
}

function toSegment(
  draft: ParsedSegment,
  speaker: Segment['speaker'],
  language: string | undefined,
): Segment {
  const isForeign = draft.language !== undefined && draft.language !== language
  return {
    start: draft.start,
    end: draft.end,
    speaker,
    kind: isSound(draft.text) ? 'sound' : 'speech',
    text: draft.text,
    words: draft.words ?? [],
    ...(isForeign ? { language: draft.language } : {}),
  }
}

function timingOf(segments: readonly Segment[]): Timing {
  // words are estimated so that a segment has a time to be shown at; they are not in step
  const isMeasured = segments.some(({ words }) => words.some(({ estimated }) => !estimated))
  if (isMeasured) return 'word'
  return segments.some((segment) => segment.start !== null) ? 'segment' : 'none'
}
