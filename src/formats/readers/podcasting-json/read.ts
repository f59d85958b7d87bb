import { createTally, type ProblemTally } from '#transcript/problem-tally.ts'
import type { Draft, DraftSegment } from '../../parsing/draft.ts'
import type { Source } from '../format.ts'
import { refuseShape } from '../../parsing/json/refuse-shape.ts'
import { reportLosses, secondsOf, speakerNameOf } from '../../parsing/json/times.ts'
import { own, textOf } from '../../parsing/json/values.ts'
import { languageTag } from '../../parsing/language-tag.ts'
import type { HeardWord } from '../../parsing/words/heard-word.ts'
import { composeSingleWords } from '../../parsing/words/single-words.ts'
import { chaptersOf, reportChapters } from './chapters.ts'
import { chaptersIn, segmentsIn } from './shapes.ts'

/**
 * Podcasting 2.0: the transcript (`segments`, often one a word) and the chapters, in a file each or together.
 * See Podcastindex-org/podcast-namespace, transcripts/transcripts.md.
 */
export function readPodcastingJson({ json, name }: Source): Draft {
  const document = json()
  const value = document?.value
  const segments = segmentsIn(value)
  const chapters = chaptersIn(value)
  if (segments === null && chapters === null) return refuseShape(name, 'Podcasting 2.0')
  const tally = createTally()
  const title = textOf(own(value, 'title'))?.trim()
  const language = languageTag(textOf(own(value, 'language')))
  return {
    ...(title === undefined || title === '' ? {} : { title }),
    ...(language === undefined ? {} : { language }),
    chapters: chaptersOf(chapters ?? [], tally),
    segments: draftSegments(segments ?? [], tally),
    problems: [...(document?.problems ?? []), ...reportLosses(tally), ...reportChapters(tally)],
  }
}

function draftSegments(values: readonly unknown[], tally: ProblemTally): DraftSegment[] {
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

/** Who speaks is written where it changes; an empty name says that nobody knows. */
function bodiesOf(values: readonly unknown[], tally: ProblemTally): HeardWord[] {
  const bodies: HeardWord[] = []
  let speaker: string | undefined
  for (const value of values) {
    const named = own(value, 'speaker')
    if (named !== undefined && named !== null) speaker = speakerNameOf(named)
    bodies.push({
      text: textOf(own(value, 'body')) ?? '',
      start: secondsOf(own(value, 'startTime'), tally),
      end: secondsOf(own(value, 'endTime'), tally),
      confidence: null,
      speaker,
    })
  }
  return bodies
}
