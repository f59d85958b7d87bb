import type { Problem } from '#transcript/problem.ts'
import { countOf, createTally, type ProblemTally } from '#transcript/problem-tally.ts'
import type { ParsedTranscript } from '../../parsing/parsed-transcript.ts'
import type { TranscriptFile } from '../format.ts'
import { refuseShape } from '../../parsing/json/refuse-shape.ts'
import { reportJsonLosses, secondsOf } from '../../parsing/json/times.ts'
import { reportNoTimes } from '../../parsing/json/untimed.ts'
import { asArray, property, asText } from '../../parsing/json/values.ts'
import { sentencesOf } from '../../parsing/words/sentences.ts'
import type { RecognisedWord } from '../../parsing/words/recognised-word.ts'
import { scoreGentle } from './shapes.ts'

/**
 * Reads Gentle's alignment (https://github.com/strob/gentle): the whole text, and the time of each word that was found.
 * Words that were not found stay in the text without a time.
 */
export function readGentle({ json, name }: TranscriptFile): ParsedTranscript {
  const document = json()
  const value = document?.value
  if (scoreGentle(value) === 'no') return refuseShape(name, 'Gentle')
  const tally = createTally()
  const words = alignedWords(property(value, 'words'), tally)
  // offsets are not used, because they count code points or bytes; the words are complete and in order
  const { segments, lost } = sentencesOf(asText(property(value, 'transcript')), words)
  for (let index = 0; index < lost; index += 1) tally.count('word-unplaced')
  return {
    segments,
    problems: [
      ...(document?.problems ?? []),
      ...reportJsonLosses(tally),
      ...reportAlignment(tally),
      ...reportNoTimes(segments, name),
    ],
  }
}

function alignedWords(values: unknown, tally: ProblemTally): RecognisedWord[] {
  const words: RecognisedWord[] = []
  for (const value of asArray(values)) {
    const text = asText(property(value, 'word')) ?? ''
    if (text.trim() === '') {
      if (property(value, 'case') === 'not-found-in-transcript') tally.count('word-not-in-text')
      continue
    }
    const isFound = property(value, 'case') === 'success'
    if (!isFound) tally.count('word-not-heard')
    words.push({
      text,
      start: isFound ? secondsOf(property(value, 'start'), tally) : null,
      end: isFound ? secondsOf(property(value, 'end'), tally) : null,
      confidence: null,
      speaker: undefined,
    })
  }
  return words
}

function reportAlignment(tally: ProblemTally): Problem[] {
  return [
    ...tally.report(
      'word-not-heard',
      'note',
      ({ count }) =>
        `${countOf(count, 'word')} of the text ${count === 1 ? 'was' : 'were'} not found in the recording; ${count === 1 ? 'it is' : 'they are'} shown but not highlighted.`,
    ),
    ...tally.report(
      'word-not-in-text',
      'note',
      ({ count }) =>
        `${countOf(count, 'word')} that Gentle recognised ${count === 1 ? 'is' : 'are'} not in the text and ${count === 1 ? 'is' : 'are'} not shown.`,
    ),
  ]
}
