import { createTally, type ProblemTally } from '#transcript/problem-tally.ts'
import type { Draft } from '../../parsing/draft.ts'
import type { Source } from '../format.ts'
import { refuseShape } from '../../parsing/json/refuse-shape.ts'
import { confidenceOf, reportLosses, secondsOf } from '../../parsing/json/times.ts'
import { reportUntimed } from '../../parsing/json/untimed.ts'
import { list, own, textOf } from '../../parsing/json/values.ts'
import { composeTurns, type SpokenWord } from '../../parsing/words/compose-turns.ts'
import { stretchesOf, type Stretch } from './segmentation.ts'
import { answerIn, scoreOf } from './shapes.ts'

/** What the BBC's Kaldi writes; its samples are in bbc/react-transcript-editor. */
export function readKaldiJson({ json, name }: Source): Draft {
  const document = json()
  const value = document?.value
  if (scoreOf(value) === 'no') return refuseShape(name, 'the BBC’s Kaldi')
  const tally = createTally()
  const answer = answerIn(value)
  const stretches = stretchesOf(own(answer, 'segmentation') ?? own(value, 'segmentation'), tally)
  const segments = composeTurns(spokenWords(own(answer, 'words'), stretches, tally))
  return {
    segments,
    problems: [
      ...(document?.problems ?? []),
      ...reportLosses(tally),
      ...reportUntimed(segments, name),
    ],
  }
}

function spokenWords(
  values: unknown,
  stretches: readonly Stretch[],
  tally: ProblemTally,
): SpokenWord[] {
  const words: SpokenWord[] = []
  let at = 0
  for (const value of list(values)) {
    const text = textOf(own(value, 'punct')) ?? textOf(own(value, 'word')) ?? ''
    if (text.trim() === '') continue
    const start = secondsOf(own(value, 'start'), tally)
    const end = secondsOf(own(value, 'end'), tally)
    // by its middle: a word may reach over the border
    const middle = start === null ? null : (start + Math.max(start, end ?? start)) / 2
    if (middle !== null) while ((stretches[at + 1]?.start ?? Infinity) <= middle) at += 1
    words.push({
      text,
      start,
      end,
      confidence: confidenceOf(own(value, 'confidence')),
      speaker: stretches[at]?.speaker,
    })
  }
  return words
}
