import { createTally, type ProblemTally } from '#transcript/problem-tally.ts'
import type { ParsedTranscript } from '../../parsing/parsed-transcript.ts'
import type { TranscriptFile } from '../format.ts'
import { refuseShape } from '../../parsing/json/refuse-shape.ts'
import {
  confidenceOf,
  reportJsonLosses,
  secondsOf,
  speakerNameOf,
} from '../../parsing/json/times.ts'
import { reportNoTimes } from '../../parsing/json/untimed.ts'
import { asArray, property, asText } from '../../parsing/json/values.ts'
import { composeTurns, type TurnWord } from '../../parsing/words/compose-turns.ts'
import { scoreDigitalPaperEdit, transcriptIn } from './shapes.ts'

interface Paragraph {
  readonly start: number
  readonly speaker: string | undefined
}

/** Reads digital-paper-edit and autoEdit 3: a list of words, and paragraphs that give the speaker of a time range. */
export function readDigitalPaperEdit({ json, name }: TranscriptFile): ParsedTranscript {
  const document = json()
  const value = document?.value
  if (scoreDigitalPaperEdit(value) === 'no') return refuseShape(name, 'Digital Paper Edit')
  const tally = createTally()
  const transcript = transcriptIn(value)
  const paragraphs = paragraphsOf(property(transcript, 'paragraphs'), tally)
  const segments = composeTurns(spokenWords(property(transcript, 'words'), paragraphs, tally))
  const title = (
    asText(property(value, 'transcriptTitle')) ?? asText(property(value, 'title'))
  )?.trim()
  return {
    ...(title === undefined || title === '' ? {} : { title }),
    segments,
    problems: [
      ...(document?.problems ?? []),
      ...reportJsonLosses(tally),
      ...reportNoTimes(segments, name),
    ],
  }
}

function paragraphsOf(values: unknown, tally: ProblemTally): Paragraph[] {
  const paragraphs: Paragraph[] = []
  for (const value of asArray(values)) {
    const start = secondsOf(property(value, 'start'), tally)
    if (start !== null)
      paragraphs.push({ start, speaker: speakerNameOf(property(value, 'speaker')) })
  }
  return paragraphs.sort((a, b) => a.start - b.start)
}

/** How far a word may begin before its paragraph, seconds: editors round both times. */
const rounding = 0.005

function spokenWords(
  values: unknown,
  paragraphs: readonly Paragraph[],
  tally: ProblemTally,
): TurnWord[] {
  const words: TurnWord[] = []
  let at = 0
  for (const value of asArray(values)) {
    const text = asText(property(value, 'text')) ?? ''
    if (text.trim() === '') continue
    const start = secondsOf(property(value, 'start'), tally)
    const before = at
    const time = start === null ? -Infinity : start + rounding
    while ((paragraphs[at + 1]?.start ?? Infinity) <= time) at += 1
    words.push({
      text,
      start,
      end: secondsOf(property(value, 'end'), tally),
      confidence: confidenceOf(property(value, 'confidence')),
      speaker: paragraphs[at]?.speaker,
      beginsTurn: at !== before,
    })
  }
  return words
}
