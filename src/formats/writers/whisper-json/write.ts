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
import { mayBeReadAsNamed } from '../../writing/written-names.ts'
import { divideIntoWords } from './divide-into-words.ts'

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
function write({ language, segments }: PreparedTranscript): WriterOutput {
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
    ...(segment.words.length === 0 ? {} : { words: writeWords(segment) }),
  }))
  return { text: jsonDocument(head, written), problems: [] }
}

/** An empty speaker is written so that `Ada: …` is not read as a speaker. */
function speaker({ name, text }: NamedSegment, hasNames: boolean): { speaker?: string } {
  if (name !== null) return { speaker: name }
  return !hasNames && mayBeReadAsNamed(text) ? { speaker: '' } : {}
}

/**
 * All the text as words, each with the blank before it, like openai-whisper. A word without a time has `null` for
 * `start` and `end`: what was not heard must not be hidden in the word before, nor get a time when it is read.
 */
const writeWords = (segment: Segment): object[] =>
  divideIntoWords(segment).map(({ text, timed }) =>
    timed === null
      ? { word: text, start: null, end: null }
      : {
          word: text,
          start: timed.start,
          end: timed.end,
          ...(timed.confidence === undefined ? {} : { probability: timed.confidence }),
        },
  )
