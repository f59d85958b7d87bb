import { createTally, type ProblemTally } from '#transcript/problem-tally.ts'
import type { TimedSegment } from '#transcript/transcript.ts'
import {
  leastCapabilities,
  type WriterCapabilities,
  type LoadedWriter,
  type PreparedTranscript,
  type WriterOutput,
} from '../writer.ts'
import { unspacedScript } from '../../parsing/words/compose-turns.ts'
import { isMark } from '../../parsing/words/single-words.ts'
import { jsonDocument } from '../../writing/json-document.ts'
import { reportWritingLosses } from '../../writing/losses.ts'
import { spanWords } from '../../writing/span-words.ts'
import { timedSegments } from '../../writing/timed-segments.ts'
import { countUnclearNames } from '../../writing/written-names.ts'

const capabilities: WriterCapabilities = {
  ...leastCapabilities,
  title: true,
  language: true,
  chapters: true,
  ticks: null,
}

export const podcastingJsonWriter: LoadedWriter = { capabilities, write }

interface Body {
  readonly startTime: number
  readonly endTime: number
  readonly body: string
}

/**
 * Writes Podcasting 2.0 JSON (Podcastindex-org/podcast-namespace, transcripts/transcripts.md): a segment per word if
 * words have times, as in its example, else a segment per segment. `speaker` is written where it changes, empty if
 * unknown. Title, language and chapters are additions to the specification, which players ignore.
 */
function write(prepared: PreparedTranscript): WriterOutput {
  const { title, language, chapters, formatName } = prepared
  const segments = timedSegments(prepared)
  const tally = createTally()
  countUnclearNames(segments, tally)
  let speaking: string | null = null
  const written = segments.flatMap((segment) => {
    const bodies = bodiesOf(segment, tally)
    if (bodies.length > 1) tally.count('division-by-word')
    return bodies.map((body) => {
      const isNew = segment.name !== speaking
      speaking = segment.name
      return isNew ? { speaker: speaking ?? '', ...body } : body
    })
  })
  const head = {
    version: '1.0.0',
    ...(title === undefined ? {} : { title }),
    ...(language === undefined ? {} : { language }),
    ...(chapters.length === 0
      ? {}
      : { chapters: chapters.map(({ start, title }) => ({ startTime: start, title })) }),
  }
  return { text: jsonDocument(head, written), problems: reportWritingLosses(tally, formatName) }
}

/**
 * Readers join segments with blanks. So text without a blank stays in one segment, except in scripts without blanks.
 */
function bodiesOf(segment: TimedSegment, tally: ProblemTally): Body[] {
  const { text, start, end } = segment
  if (segment.words.length === 0) return [{ startTime: start, endTime: end, body: setApart(text) }]
  const bodies: Body[] = []
  let at = 0
  for (const word of spanWords(segment, tally)) {
    const wordText = text.slice(word.from, word.to)
    const last = bodies.at(-1)
    const isApart =
      at < word.from ||
      (unspacedScript.test(text[at - 1] ?? '') && unspacedScript.test(wordText[0]!))
    if (last !== undefined && !isApart) {
      bodies[bodies.length - 1] = { ...last, body: last.body + wordText, endTime: word.end }
      tally.count('word-joined')
    } else {
      bodies.push({ startTime: word.start, endTime: word.end, body: setApart(wordText) })
    }
    at = word.to
  }
  return bodies
}

/** Adds a blank before punctuation that has one in the text; otherwise readers attach it to the word before. */
function setApart(body: string): string {
  return isMark(body) ? ` ${body}` : body
}
