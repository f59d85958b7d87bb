import type { Problem } from '#transcript/problem.ts'
import { countOf, createTally, type ProblemTally } from '#transcript/problem-tally.ts'
import type { Draft } from '../../parsing/draft.ts'
import type { Source } from '../format.ts'
import { refuseShape } from '../../parsing/json/refuse-shape.ts'
import { reportLosses, secondsOf } from '../../parsing/json/times.ts'
import { reportUntimed } from '../../parsing/json/untimed.ts'
import { list, own, textOf } from '../../parsing/json/values.ts'
import { sentencesOf } from '../../parsing/words/sentences.ts'
import type { HeardWord } from '../../parsing/words/heard-word.ts'
import { scoreOf } from './shapes.ts'

/**
 * Gentle's alignment (https://github.com/strob/gentle): the whole text, and where in the recording each of its
 * words was found. A word that was not keeps its place in the text and has no time.
 */
export function readGentle({ json, name }: Source): Draft {
  const document = json()
  const value = document?.value
  if (scoreOf(value) === 'no') return refuseShape(name, 'Gentle')
  const tally = createTally()
  const words = alignedWords(own(value, 'words'), tally)
  // the offsets count another language's characters; the words are all there, and in order
  const { segments, lost } = sentencesOf(textOf(own(value, 'transcript')), words)
  for (let index = 0; index < lost; index += 1) tally.count('word-unplaced')
  return {
    segments,
    problems: [
      ...(document?.problems ?? []),
      ...reportLosses(tally),
      ...reportAlignment(tally),
      ...reportUntimed(segments, name),
    ],
  }
}

function alignedWords(values: unknown, tally: ProblemTally): HeardWord[] {
  const words: HeardWord[] = []
  for (const value of list(values)) {
    const text = textOf(own(value, 'word')) ?? ''
    if (text.trim() === '') {
      if (own(value, 'case') === 'not-found-in-transcript') tally.count('word-not-in-text')
      continue
    }
    const isFound = own(value, 'case') === 'success'
    if (!isFound) tally.count('word-not-heard')
    words.push({
      text,
      start: isFound ? secondsOf(own(value, 'start'), tally) : null,
      end: isFound ? secondsOf(own(value, 'end'), tally) : null,
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
        `${countOf(count, 'word')} of the text ${count === 1 ? 'was' : 'were'} not found in the recording; ${count === 1 ? 'it is' : 'they are'} shown, and not marked while spoken.`,
    ),
    ...tally.report(
      'word-not-in-text',
      'note',
      ({ count }) =>
        `${countOf(count, 'word')} that Gentle heard ${count === 1 ? 'is' : 'are'} not in the text and ${count === 1 ? 'is' : 'are'} not shown.`,
    ),
  ]
}
