import type { Problem } from '#transcript/problem.ts'
import { countOf, createTally, type ProblemTally } from '#transcript/problem-tally.ts'
import type { ParsedTranscript, ParsedSegment } from '../../parsing/parsed-transcript.ts'
import type { TranscriptFile } from '../format.ts'
import { refuseShape } from '../../parsing/json/refuse-shape.ts'
import { reportJsonLosses } from '../../parsing/json/times.ts'
import { reportNoTimes, untimedSegments } from '../../parsing/json/untimed.ts'
import { asArray, property, asText } from '../../parsing/json/values.ts'
import { composeTurns } from '../../parsing/words/compose-turns.ts'
import { splitSpeakers } from '../../parsing/words/split-speakers.ts'
import { spreadWords } from '../../parsing/words/spread-words.ts'
import { watsonAlternativeOf, answersIn, scoreWatson } from './shapes.ts'
import { showHesitations, speakersByStart, watsonWords } from './words.ts'

/**
 * Reads IBM Watson Speech to Text: https://cloud.ibm.com/apidocs/speech-to-text#recognize. One segment per result,
 * divided where the speaker changes.
 */
export function readWatson({ json, name }: TranscriptFile): ParsedTranscript {
  const document = json()
  if (scoreWatson(document?.value) === 'no') return refuseShape(name, 'IBM Watson')
  const tally = createTally()
  const segments = answersIn(document?.value).flatMap((answer) => {
    const speakers = speakersByStart(property(answer, 'speaker_labels'))
    return asArray(property(answer, 'results')).flatMap((result) =>
      parseResult(result, speakers, tally),
    )
  })
  return {
    segments,
    problems: [
      ...(document?.problems ?? []),
      ...reportJsonLosses(tally),
      ...reportUnfinished(tally),
      ...reportNoTimes(segments, name),
    ],
  }
}

function parseResult(
  result: unknown,
  speakers: ReadonlyMap<number, string>,
  tally: ProblemTally,
): ParsedSegment[] {
  const alternative = watsonAlternativeOf(result)
  const text = showHesitations(asText(property(alternative, 'transcript')) ?? '')
  if (property(result, 'final') === false) {
    if (text.trim() !== '') tally.count('result-unfinished')
    return []
  }
  const words = watsonWords(alternative, speakers, tally)
  if (words.length === 0) return untimedSegments(text)
  if (text.trim() === '') {
    return composeTurns([{ ...words[0]!, beginsTurn: true }, ...words.slice(1)])
  }
  return splitSpeakers(text, words).map((part) => {
    const { placed, lost } = spreadWords([part.text], part.words)
    for (let index = 0; index < lost; index += 1) tally.count('word-unplaced')
    return {
      text: part.text,
      start: part.words[0]?.start ?? null,
      end: part.words.at(-1)?.end ?? null,
      words: placed[0]!,
      ...(part.speaker === undefined ? {} : { speaker: part.speaker }),
    }
  })
}

function reportUnfinished(tally: ProblemTally): Problem[] {
  return tally.report(
    'result-unfinished',
    'note',
    ({ count }) =>
      `${countOf(count, 'interim result')} ${count === 1 ? 'is' : 'are'} not shown; the final results are.`,
  )
}
