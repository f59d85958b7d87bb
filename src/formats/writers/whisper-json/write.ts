import { createTally, type ProblemTally } from '#transcript/problem-tally.ts'
import type { Segment } from '#transcript/transcript.ts'
import { findSpeakerPrefix } from '#transcript/conventions/speaker-prefix.ts'
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

/** `{text, language, segments: [{id, start, end, text, speaker, words}]}`, as openai-whisper and WhisperX write it. */
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

/** An empty speaker is written, or `Ada: …` would be read as Ada speaking. */
function speaker({ name, text }: NamedSegment, hasNames: boolean): { speaker?: string } {
  if (name !== null) return { speaker: name }
  return !hasNames && findSpeakerPrefix(text) !== null ? { speaker: '' } : {}
}

/**
 * All the text, word by word, each with the blank before it, as openai-whisper has it. Text without a time belongs to
 * the word before: a word of its own would get one from its neighbours when it is read.
 */
function writeWords(segment: Segment, tally: ProblemTally): object[] {
  let at = 0
  return spanWords(segment, tally).map(({ to, start, end, confidence }) => {
    const word = segment.text.slice(at, to)
    at = to
    return { word, start, end, ...(confidence === undefined ? {} : { probability: confidence }) }
  })
}
