import { createTally, type ProblemTally } from '#transcript/problem-tally.ts'
import type { Segment } from '#transcript/transcript.ts'
import {
  leastCapabilities,
  type WriterCapabilities,
  type LoadedWriter,
  type PreparedTranscript,
  type NamedSegment,
  type WriterOutput,
} from '../writer.ts'
import { jsonDocument } from '../../writing/json-document.ts'
import { reportWritingLosses } from '../../writing/losses.ts'
import { spanWords } from '../../writing/span-words.ts'
import { mayBeReadAsNamed } from '../../writing/written-names.ts'

const capabilities: WriterCapabilities = {
  ...leastCapabilities,
  language: true,
  segmentLanguages: true,
  confidence: true,
  untimed: true,
  nothing: true,
  ticks: null,
}

export const whisperJsonWriter: LoadedWriter = { capabilities, write }

/** Writes `{text, language, segments: [{id, start, end, text, speaker, words}]}`, like openai-whisper and WhisperX. */
function write({ language, segments, formatName }: PreparedTranscript): WriterOutput {
  const tally = createTally()
  const hasNames = segments.some(({ name }) => name !== null)
  const head = {
    text: segments.map(({ text }) => text).join(' '),
    ...(language === undefined ? {} : { language }),
  }
  const written = segments.map((segment, id) => ({
    id,
    start: segment.start,
    end: segment.end,
    text: segment.text,
    ...speaker(segment, hasNames),
    ...(segment.language === undefined ? {} : { language: segment.language }),
    ...(segment.words.length === 0 ? {} : { words: writeWords(segment, tally) }),
  }))
  return { text: jsonDocument(head, written), problems: reportWritingLosses(tally, formatName) }
}

/** An empty speaker is written so that `Ada: …` is not read as a speaker. */
function speaker({ name, text }: NamedSegment, hasNames: boolean): { speaker?: string } {
  if (name !== null) return { speaker: name }
  return !hasNames && mayBeReadAsNamed(text) ? { speaker: '' } : {}
}

/**
 * All the text as words, each with the blank before it, like openai-whisper. Text without a time is added to the word
 * before: as a separate word, it would get an estimated time when it is read.
 */
function writeWords(segment: Segment, tally: ProblemTally): object[] {
  let at = 0
  return spanWords(segment, tally).map(({ to, start, end, confidence }) => {
    const word = segment.text.slice(at, to)
    at = to
    return { word, start, end, ...(confidence === undefined ? {} : { probability: confidence }) }
  })
}
