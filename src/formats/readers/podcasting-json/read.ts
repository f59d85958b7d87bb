import { createTally, type ProblemTally } from '#transcript/problem-tally.ts'
import type { ParsedTranscript, ParsedSegment } from '../../parsing/parsed-transcript.ts'
import type { TranscriptFile } from '../format.ts'
import { refuseShape } from '../../parsing/json/refuse-shape.ts'
import { reportJsonLosses, secondsOf, speakerNameOf } from '../../parsing/json/times.ts'
import { property, asText } from '../../parsing/json/values.ts'
import { languageTag } from '../../parsing/language-tag.ts'
import type { RecognisedWord } from '../../parsing/words/recognised-word.ts'
import { composeSingleWords } from '../../parsing/words/single-words.ts'
import { podcastChaptersOf, reportChapters } from './chapters.ts'
import { chaptersIn, podcastSegmentsIn } from './shapes.ts'

/**
 * Reads Podcasting 2.0 JSON: transcript (`segments`, often one per word) and chapters, in one file or two. See
 * Podcastindex-org/podcast-namespace, transcripts/transcripts.md.
 */
export function readPodcastingJson({ json, name }: TranscriptFile): ParsedTranscript {
  const document = json()
  const value = document?.value
  const segments = podcastSegmentsIn(value)
  const chapters = chaptersIn(value)
  if (segments === null && chapters === null) return refuseShape(name, 'Podcasting 2.0')
  const tally = createTally()
  const title = asText(property(value, 'title'))?.trim()
  const language = languageTag(asText(property(value, 'language')))
  return {
    ...(title === undefined || title === '' ? {} : { title }),
    ...(language === undefined ? {} : { language }),
    chapters: podcastChaptersOf(chapters ?? [], tally),
    segments: parseSegments(segments ?? [], tally),
    problems: [...(document?.problems ?? []), ...reportJsonLosses(tally), ...reportChapters(tally)],
  }
}

function parseSegments(values: readonly unknown[], tally: ProblemTally): ParsedSegment[] {
  const bodies = bodiesOf(values, tally)
  const turns = composeSingleWords(bodies)
  if (turns !== null) return turns
  return bodies.map(({ text, start, end, speaker }) => ({
    text,
    start,
    end,
    ...(speaker === undefined ? {} : { speaker }),
  }))
}

/** `speaker` is written only where it changes; an empty string means that the speaker is unknown. */
function bodiesOf(values: readonly unknown[], tally: ProblemTally): RecognisedWord[] {
  const bodies: RecognisedWord[] = []
  let speaker: string | undefined
  for (const value of values) {
    const named = property(value, 'speaker')
    if (named !== undefined && named !== null) speaker = speakerNameOf(named)
    bodies.push({
      text: asText(property(value, 'body')) ?? '',
      start: secondsOf(property(value, 'startTime'), tally),
      end: secondsOf(property(value, 'endTime'), tally),
      confidence: null,
      speaker,
    })
  }
  return bodies
}
