import { createTally, type ProblemTally } from '#transcript/problem-tally.ts'
import type { ParsedTranscript } from '../../parsing/parsed-transcript.ts'
import type { TranscriptFile } from '../format.ts'
import { refuseShape } from '../../parsing/json/refuse-shape.ts'
import { reportJsonLosses, secondsOf, speakerNameOf } from '../../parsing/json/times.ts'
import { asArray, property, asText } from '../../parsing/json/values.ts'
import { languageTag } from '../../parsing/language-tag.ts'
import type { RecognisedWord } from '../../parsing/words/recognised-word.ts'
import { composeSingleWords } from '../../parsing/words/single-words.ts'
import { chunksIn } from './shapes.ts'

/**
 * Reads the output of the speech recognition pipelines in Hugging Face's transformers and transformers.js, with
 * `return_timestamps` true (phrases) or `word`. The end of the last chunk may be null.
 */
export function readTransformersJson({ json, name }: TranscriptFile): ParsedTranscript {
  const document = json()
  const chunks = chunksIn(document?.value)
  if (chunks === null) return refuseShape(name, 'Transformers')
  const tally = createTally()
  const heard = chunks.map((chunk) => heardChunk(chunk, tally))
  const language = languageTag(
    asText(property(document?.value, 'language') ?? property(chunks[0], 'language')),
  )
  const phrases = heard.map(({ text, start, end, speaker }) => ({
    text,
    start,
    end,
    ...(speaker === undefined ? {} : { speaker }),
  }))
  return {
    ...(language === undefined ? {} : { language }),
    segments: composeSingleWords(heard) ?? phrases,
    problems: [...(document?.problems ?? []), ...reportJsonLosses(tally)],
  }
}

function heardChunk(value: unknown, tally: ProblemTally): RecognisedWord {
  const [start, end] = asArray(property(value, 'timestamp'))
  return {
    text: asText(property(value, 'text')) ?? '',
    start: secondsOf(start, tally),
    end: secondsOf(end, tally),
    confidence: null,
    speaker: speakerNameOf(property(value, 'speaker')),
  }
}
