import type { Problem } from '#transcript/problem.ts'
import { countOf } from '#transcript/problem-tally.ts'
import { refuseShape } from '../../parsing/json/refuse-shape.ts'
import { reportNoTimes, untimedSegments } from '../../parsing/json/untimed.ts'
import type { ParsedSegment, ParsedTranscript } from '../../parsing/parsed-transcript.ts'
import { guessList } from '../../parsing/timed-lists/guess-list.ts'
import { readTimedList } from '../../parsing/timed-lists/read-list.ts'
import { createSpeakerTable } from '../../parsing/timed-lists/speaker-table.ts'
import type { TranscriptFile } from '../format.ts'
import { textsWithoutTimesIn } from './texts-without-times.ts'

/** No recording is longer: three years, in seconds. Later times are times of day. */
const longestRecording = 1e8

/**
 * Reads JSON that no other reader knows: the list of texts with times that holds most of its text, else its texts
 * without times. A problem says what was taken for what.
 */
export function readUnknownJson({ json, name }: TranscriptFile): ParsedTranscript {
  const document = json()
  if (document === null || document.value === undefined) {
    return refuseShape(name, 'a recogniser')
  }
  const found = guessList(document.value)
  if (found !== null) {
    const { unit, ...read } = readTimedList(document, found, name)
    const { segments, isMoved } = fromFirst(read.segments)
    if (segments.length > 0) {
      const day = isMoved ? ', counted from the first, because they are times of day' : ''
      return {
        ...read,
        segments,
        problems: [
          guessed(
            `${name} is JSON of an unknown kind. ${countOf(segments.length, 'segment')} ${segments.length === 1 ? 'was' : 'were'} read from “${shorten(found.name)}”, with times in ${unit}${day}. Check the text and the times, or export it as WebVTT (.vtt).`,
          ),
          ...read.problems,
        ],
      }
    }
  }
  const texts = textsWithoutTimesIn(document.value)
  if (texts.length === 0) return refuseShape(name, 'a recogniser')
  const speakers = createSpeakerTable(document.value, { keepsNumbers: false })
  const segments = texts.flatMap(({ text, speaker }) => {
    const label = speakers.nameOf(speaker)
    return untimedSegments(text).map((segment) =>
      label === undefined ? segment : { ...segment, speaker: label },
    )
  })
  return {
    segments,
    problems: [
      guessed(
        `${name} is JSON of an unknown kind, and its longest text was read. Check that it is the transcript.`,
      ),
      ...document.problems,
      ...reportNoTimes(segments, name),
    ],
  }
}

function guessed(message: string): Problem {
  return { code: 'json-guessed', severity: 'warning', message }
}

function shorten(path: string): string {
  return path.replace(/\s+/g, ' ').slice(0, 60)
}

/** Times of day, counted from the first one. */
function fromFirst(segments: readonly ParsedSegment[]): {
  segments: readonly ParsedSegment[]
  isMoved: boolean
} {
  const first = segments.find(({ start }) => start !== null)?.start ?? 0
  if (first < longestRecording) return { segments, isMoved: false }
  const move = (time: number) => Math.round((time - first) * 1e6) / 1e6
  return {
    isMoved: true,
    segments: segments.map((segment) => ({
      ...segment,
      start: segment.start === null ? null : move(segment.start),
      end: segment.end === null ? null : move(segment.end),
      words: (segment.words ?? []).map((word) => ({
        ...word,
        start: move(word.start),
        end: move(word.end),
      })),
    })),
  }
}
