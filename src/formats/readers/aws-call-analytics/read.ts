import { createTally, type ProblemTally } from '#transcript/problem-tally.ts'
import type { ParsedTranscript, ParsedSegment } from '../../parsing/parsed-transcript.ts'
import type { TranscriptFile } from '../format.ts'
import { refuseShape } from '../../parsing/json/refuse-shape.ts'
import {
  confidenceOf,
  reportJsonLosses,
  secondsOf,
  speakerNameOf,
} from '../../parsing/json/times.ts'
import { asArray, property, asText, asTextUnlessBlank } from '../../parsing/json/values.ts'
import { languageTag } from '../../parsing/language-tag.ts'
import { composeTurn } from '../../parsing/words/compose-turns.ts'
import { glueMarks, type Token } from '../../parsing/words/glue-marks.ts'
import { placeInText } from '../../parsing/words/place-in-text.ts'
import { callTurnsIn } from './shapes.ts'

/**
 * Reads the output of an Amazon Transcribe Call Analytics job: turns of an agent and a customer, times in milliseconds.
 * See docs.aws.amazon.com/transcribe/latest/dg/tca-output-batch.html.
 */
export function readAwsCallAnalytics({ json, name }: TranscriptFile): ParsedTranscript {
  const document = json()
  const turns = callTurnsIn(document?.value)
  if (turns === null) return refuseShape(name, 'Amazon Transcribe Call Analytics')
  const tally = createTally()
  const language = languageTag(asText(property(document?.value, 'LanguageCode')))
  return {
    ...(language === undefined ? {} : { language }),
    segments: turns.map((turn) => parseTurn(turn, tally)),
    problems: [...(document?.problems ?? []), ...reportJsonLosses(tally)],
  }
}

function parseTurn(value: unknown, tally: ProblemTally): ParsedSegment {
  const start = secondsOf(property(value, 'BeginOffsetMillis'), tally, 1000)
  const end = secondsOf(property(value, 'EndOffsetMillis'), tally, 1000)
  const words = glueMarks(piecesOf(asArray(property(value, 'Items')), tally))
  const text = asTextUnlessBlank(property(value, 'Content')) ?? composeTurn(words).text
  const speaker = speakerNameOf(
    property(value, 'ParticipantRole') ?? property(value, 'ParticipantId'),
  )
  return {
    text,
    start,
    end,
    words: placeInText({ text, start, end, words }, tally),
    ...(speaker === undefined ? {} : { speaker }),
  }
}

function piecesOf(items: readonly unknown[], tally: ProblemTally): Token[] {
  return items.flatMap((item) => {
    const text = asText(property(item, 'Content'))
    if (text === undefined || text.trim() === '') return []
    return {
      text,
      isMark: property(item, 'Type') === 'punctuation',
      start: secondsOf(property(item, 'BeginOffsetMillis'), tally, 1000),
      end: secondsOf(property(item, 'EndOffsetMillis'), tally, 1000),
      confidence: confidenceOf(property(item, 'Confidence')),
      speaker: undefined,
    }
  })
}
