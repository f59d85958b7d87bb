import { createTally, type ProblemTally } from '#transcript/problem-tally.ts'
import type { Draft } from '../../parsing/draft.ts'
import type { Source } from '../format.ts'
import { refuseShape } from '../../parsing/json/refuse-shape.ts'
import { reportLosses, secondsOf, speakerNameOf } from '../../parsing/json/times.ts'
import { list, own, textOf } from '../../parsing/json/values.ts'
import { languageTag } from '../../parsing/language-tag.ts'
import type { HeardWord } from '../../parsing/words/heard-word.ts'
import { composeSingleWords } from '../../parsing/words/single-words.ts'
import { chunksIn } from './shapes.ts'

/**
 * What the speech recognition pipelines of Hugging Face's transformers and transformers.js return, with
 * `return_timestamps` true (phrases) or `word`. The end of the last chunk may be null.
 */
export function readTransformersJson({ json, name }: Source): Draft {
  const document = json()
  const chunks = chunksIn(document?.value)
  if (chunks === null) return refuseShape(name, 'Transformers')
  const tally = createTally()
  const heard = chunks.map((chunk) => heardChunk(chunk, tally))
  const language = languageTag(
    textOf(own(document?.value, 'language') ?? own(chunks[0], 'language')),
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
    problems: [...(document?.problems ?? []), ...reportLosses(tally)],
  }
}

function heardChunk(value: unknown, tally: ProblemTally): HeardWord {
  const [start, end] = list(own(value, 'timestamp'))
  return {
    text: textOf(own(value, 'text')) ?? '',
    start: secondsOf(start, tally),
    end: secondsOf(end, tally),
    confidence: null,
    speaker: speakerNameOf(own(value, 'speaker')),
  }
}
