import { createTally, type ProblemTally } from '#transcript/problem-tally.ts'
import type { Draft, DraftSegment } from '../../parsing/draft.ts'
import type { Source } from '../format.ts'
import { refuseShape } from '../../parsing/json/refuse-shape.ts'
import { confidenceOf, reportLosses, secondsOf, speakerNameOf } from '../../parsing/json/times.ts'
import { list, own, textOf } from '../../parsing/json/values.ts'
import { languageTag } from '../../parsing/language-tag.ts'
import { composeTurn } from '../../parsing/words/compose-turns.ts'
import { glueMarks, type Piece } from '../../parsing/words/glue-marks.ts'
import { placeInText } from '../../parsing/words/place-in-text.ts'
import { turnsIn } from './shapes.ts'

/**
 * The output of an Amazon Transcribe Call Analytics job: turns of an agent and a customer, times in milliseconds.
 * See docs.aws.amazon.com/transcribe/latest/dg/tca-output-batch.html.
 */
export function readAwsCallAnalytics({ json, name }: Source): Draft {
  const document = json()
  const turns = turnsIn(document?.value)
  if (turns === null) return refuseShape(name, 'Amazon Transcribe Call Analytics')
  const tally = createTally()
  const language = languageTag(textOf(own(document?.value, 'LanguageCode')))
  return {
    ...(language === undefined ? {} : { language }),
    segments: turns.map((turn) => draftTurn(turn, tally)),
    problems: [...(document?.problems ?? []), ...reportLosses(tally)],
  }
}

function draftTurn(value: unknown, tally: ProblemTally): DraftSegment {
  const start = secondsOf(own(value, 'BeginOffsetMillis'), tally, 1000)
  const end = secondsOf(own(value, 'EndOffsetMillis'), tally, 1000)
  const words = glueMarks(piecesOf(list(own(value, 'Items')), tally))
  const text = textOf(own(value, 'Content')) ?? composeTurn(words).text
  const speaker = speakerNameOf(own(value, 'ParticipantRole') ?? own(value, 'ParticipantId'))
  return {
    text,
    start,
    end,
    words: placeInText({ text, start, end, words }, tally),
    ...(speaker === undefined ? {} : { speaker }),
  }
}

function piecesOf(items: readonly unknown[], tally: ProblemTally): Piece[] {
  return items.flatMap((item) => {
    const text = textOf(own(item, 'Content'))
    if (text === undefined || text.trim() === '') return []
    return {
      text,
      isMark: own(item, 'Type') === 'punctuation',
      start: secondsOf(own(item, 'BeginOffsetMillis'), tally, 1000),
      end: secondsOf(own(item, 'EndOffsetMillis'), tally, 1000),
      confidence: confidenceOf(own(item, 'Confidence')),
      speaker: undefined,
    }
  })
}
