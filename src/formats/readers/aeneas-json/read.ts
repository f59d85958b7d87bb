import { createTally, type ProblemTally } from '#transcript/problem-tally.ts'
import type { ParsedTranscript, ParsedSegment } from '../../parsing/parsed-transcript.ts'
import type { TranscriptFile } from '../format.ts'
import { refuseShape } from '../../parsing/json/refuse-shape.ts'
import { reportJsonLosses } from '../../parsing/json/times.ts'
import { asArray, property } from '../../parsing/json/values.ts'
import { composeSingleWords } from '../../parsing/words/single-words.ts'
import { spreadWords } from '../../parsing/words/spread-words.ts'
import { fragmentsIn, type Fragment } from './fragments.ts'
import { scoreAeneasJson } from './shapes.ts'

/**
 * Reads aeneas' sync map (https://www.readbeyond.it/aeneas/): one segment per fragment, whose children may be its
 * words.
 */
export function readAeneasJson({ json, name }: TranscriptFile): ParsedTranscript {
  const document = json()
  const value = document?.value
  if (scoreAeneasJson(value) === 'no') return refuseShape(name, 'aeneas')
  const tally = createTally()
  const fragments = fragmentsIn(asArray(property(value, 'fragments')), tally)
  const language = fragments.find((fragment) => fragment.language !== undefined)?.language
  const singleWords = fragments.every((fragment) => fragment.words.length === 0)
    ? composeSingleWords(fragments.map((fragment) => ({ ...fragment, ...unknownOf })))
    : null
  return {
    ...(language === undefined ? {} : { language }),
    segments: singleWords ?? fragments.map((fragment) => parseFragment(fragment, tally)),
    problems: [...(document?.problems ?? []), ...reportJsonLosses(tally)],
  }
}

const unknownOf = { confidence: null, speaker: undefined }

function parseFragment(fragment: Fragment, tally: ProblemTally): ParsedSegment {
  const { text, start, end, language } = fragment
  const heard = fragment.words.map((word) => ({ ...word, ...unknownOf }))
  const { placed, lost } = spreadWords([text], heard)
  for (let index = 0; index < lost; index += 1) tally.count('word-unplaced')
  return { text, start, end, words: placed[0]!, ...(language === undefined ? {} : { language }) }
}
