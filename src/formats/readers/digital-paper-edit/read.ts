import { createTally, type ProblemTally } from '#transcript/problem-tally.ts'
import type { Draft } from '../../parsing/draft.ts'
import type { Source } from '../format.ts'
import { refuseShape } from '../../parsing/json/refuse-shape.ts'
import { confidenceOf, reportLosses, secondsOf, speakerNameOf } from '../../parsing/json/times.ts'
import { reportUntimed } from '../../parsing/json/untimed.ts'
import { list, own, textOf } from '../../parsing/json/values.ts'
import { composeTurns, type SpokenWord } from '../../parsing/words/compose-turns.ts'
import { scoreOf, transcriptIn } from './shapes.ts'

interface Paragraph {
  readonly start: number
  readonly speaker: string | undefined
}

/** The JSON of digital-paper-edit and autoEdit 3: words, and paragraphs that say from when on who speaks. */
export function readDigitalPaperEdit({ json, name }: Source): Draft {
  const document = json()
  const value = document?.value
  if (scoreOf(value) === 'no') return refuseShape(name, 'Digital Paper Edit')
  const tally = createTally()
  const transcript = transcriptIn(value)
  const paragraphs = paragraphsOf(own(transcript, 'paragraphs'), tally)
  const segments = composeTurns(spokenWords(own(transcript, 'words'), paragraphs, tally))
  const title = (textOf(own(value, 'transcriptTitle')) ?? textOf(own(value, 'title')))?.trim()
  return {
    ...(title === undefined || title === '' ? {} : { title }),
    segments,
    problems: [
      ...(document?.problems ?? []),
      ...reportLosses(tally),
      ...reportUntimed(segments, name),
    ],
  }
}

function paragraphsOf(values: unknown, tally: ProblemTally): Paragraph[] {
  const paragraphs: Paragraph[] = []
  for (const value of list(values)) {
    const start = secondsOf(own(value, 'start'), tally)
    if (start !== null) paragraphs.push({ start, speaker: speakerNameOf(own(value, 'speaker')) })
  }
  return paragraphs.sort((a, b) => a.start - b.start)
}

/** How far a word may begin before its paragraph, seconds: editors round both. */
const rounding = 0.005

function spokenWords(
  values: unknown,
  paragraphs: readonly Paragraph[],
  tally: ProblemTally,
): SpokenWord[] {
  const words: SpokenWord[] = []
  let at = 0
  for (const value of list(values)) {
    const text = textOf(own(value, 'text')) ?? ''
    if (text.trim() === '') continue
    const start = secondsOf(own(value, 'start'), tally)
    const before = at
    const time = start === null ? -Infinity : start + rounding
    while ((paragraphs[at + 1]?.start ?? Infinity) <= time) at += 1
    words.push({
      text,
      start,
      end: secondsOf(own(value, 'end'), tally),
      confidence: confidenceOf(own(value, 'confidence')),
      speaker: paragraphs[at]?.speaker,
      beginsTurn: at !== before,
    })
  }
  return words
}
