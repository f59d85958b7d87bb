import type { Problem } from '#transcript/problem.ts'
import { countOf } from '#transcript/problem-tally.ts'
import { repairTimes } from '#transcript/repair.ts'
import type { Segment, Timing, Transcript } from '#transcript/transcript.ts'
import type { ParsedTranscript, ParsedSegment } from './parsed-transcript.ts'
import { enforceLimits } from './enforce-limits.ts'
import { shareTimes } from './share-times.ts'
import { splitImpossible } from './split-impossible.ts'
import { trimText } from './trim-text.ts'
import { undoReferences } from './undo-references.ts'
import type { LabelChoice, SpeakerEvidence } from './speakers/label-choice.ts'
import { limitSpeakers } from './speakers/limit-speakers.ts'
import { createSpeakerList } from './speakers/speaker-list.ts'
import { nameSpeakers } from './speakers/name-speakers.ts'
import { splitTurns } from './speakers/split-turns.ts'
import { isSound } from '#transcript/conventions/sound.ts'

/** Turns a reader's result into a transcript, by the same steps for every format. */
export function finishTranscript(
  parsed: ParsedTranscript,
  { name, labels }: { readonly name: string; readonly labels: LabelChoice },
): { transcript: Transcript; problems: Problem[]; speakersFrom: SpeakerEvidence } {
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
  const possible = splitImpossible(nameSpeakers(splitTurns(worded), labels))
  const shared = shareTimes(possible.segments)
  const spoken = limitSpeakers(shared.segments, name)
  const named = spoken.segments
  problems.push(...possible.problems, ...shared.problems, ...spoken.problems)
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
  problems.push(...repairs, ...reportLateBeginning(segments, name))
  if (segments.length === 0 && transcript.chapters.length === 0 && !problems.some(isError)) {
    problems.push({
      code: 'no-segments',
      severity: 'warning',
      message: `${name} contains no text to show. Check that you chose the right file.`,
    })
  }
  const hasSpeakers = speakers.speakers.length > 0
  const isNamed =
    !parsed.areNamedInText && parsed.segments.some(({ speaker }) => speaker !== undefined)
  const speakersFrom = !hasSpeakers ? 'none' : isNamed ? 'format' : 'text'
  return { transcript, problems, speakersFrom }
}

/** A first time later than this is taken for the time code of a programme or a time of day, in seconds. */
const latestBeginning = 6 * 3600

function reportLateBeginning(segments: readonly Segment[], name: string): Problem[] {
  const first = segments.find(({ start }) => start !== null)?.start ?? 0
  if (first < latestBeginning) return []
  const hours = Math.floor(first / 3600)
  return [
    {
      code: 'times-late',
      severity: 'warning',
      message: `The times in ${name} begin after ${hours.toLocaleString('en')} hours, so they are probably time codes of a programme or times of day. The text will not follow a recording that begins at zero.`,
    },
  ]
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
  const beginsTurn = parsed.beginsTurn === true && speaker === null
  const isForeign = parsed.language !== undefined && parsed.language !== language
  if (!beginsTurn && !isForeign) return { start, end, speaker, kind, text, words }
  const turn = beginsTurn ? { beginsTurn: true as const } : {}
  const segment = { start, end, speaker, ...turn, kind, text, words } as const
  return isForeign ? { ...segment, language: parsed.language } : segment
}

function timingOf(segments: readonly Segment[]): Timing {
  // a transcript whose word times are all estimated does not count as timed by words
  const isMeasured = segments.some(({ words }) => words.some(({ estimated }) => !estimated))
  if (isMeasured) return 'word'
  return segments.some((segment) => segment.start !== null) ? 'segment' : 'none'
}
