import { createTally, type ProblemTally } from '#transcript/problem-tally.ts'
import type { ParsedTranscript } from '../../parsing/parsed-transcript.ts'
import type { TranscriptFile } from '../format.ts'
import { refuseShape } from '../../parsing/json/refuse-shape.ts'
import { confidenceOf, reportJsonLosses, secondsOf } from '../../parsing/json/times.ts'
import { reportNoTimes } from '../../parsing/json/untimed.ts'
import { asArray, property, asText, asTextUnlessBlank } from '../../parsing/json/values.ts'
import { composeTurns, type TurnWord } from '../../parsing/words/compose-turns.ts'
import { diarisedRangesOf, type DiarisedRange } from './segmentation.ts'
import { answerIn, scoreKaldiJson } from './shapes.ts'

/** Reads the output of the BBC's Kaldi service; bbc/react-transcript-editor has samples. */
export function readKaldiJson({ json, name }: TranscriptFile): ParsedTranscript {
  const document = json()
  const value = document?.value
  if (scoreKaldiJson(value) === 'no') return refuseShape(name, 'the BBC’s Kaldi')
  const tally = createTally()
  const answer = answerIn(value)
  const ranges = diarisedRangesOf(
    property(answer, 'segmentation') ?? property(value, 'segmentation'),
    tally,
  )
  const segments = composeTurns(spokenWords(property(answer, 'words'), ranges, tally))
  return {
    segments,
    problems: [
      ...(document?.problems ?? []),
      ...reportJsonLosses(tally),
      ...reportNoTimes(segments, name),
    ],
  }
}

function spokenWords(
  values: unknown,
  ranges: readonly DiarisedRange[],
  tally: ProblemTally,
): TurnWord[] {
  const words: TurnWord[] = []
  let at = 0
  for (const value of asArray(values)) {
    const text =
      asTextUnlessBlank(property(value, 'punct')) ?? asText(property(value, 'word')) ?? ''
    if (text.trim() === '') continue
    const start = secondsOf(property(value, 'start'), tally)
    const end = secondsOf(property(value, 'end'), tally)
    // compare the middle of the word, since words can cross the border of a range
    const middle = start === null ? null : (start + Math.max(start, end ?? start)) / 2
    if (middle !== null) while ((ranges[at + 1]?.start ?? Infinity) <= middle) at += 1
    words.push({
      text,
      start,
      end,
      confidence: confidenceOf(property(value, 'confidence')),
      speaker: ranges[at]?.speaker,
    })
  }
  return words
}
