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
import { asArray, property, asText } from '../../parsing/json/values.ts'
import { languageTag } from '../../parsing/language-tag.ts'
import { composeChannels } from '../../parsing/words/compose-channels.ts'
import { glueMarks, type Token } from '../../parsing/words/glue-marks.ts'
import { placeInText } from '../../parsing/words/place-in-text.ts'
import { partsIn } from './shapes.ts'

/**
 * Reads the standard output of Amazon Bedrock Data Automation for audio: segments that refer to their words by index,
 * times in milliseconds. See docs.aws.amazon.com/bedrock/latest/userguide/bda-ouput-audio.html.
 */
export function readBedrockAudio({ json, name }: TranscriptFile): ParsedTranscript {
  const document = json()
  const parts = partsIn(document?.value)
  if (parts === null) return refuseShape(name, 'Bedrock Data Automation')
  const tally = createTally()
  const pieces = parts.items.map((item) => pieceOf(item, tally))
  const metadata = property(document?.value, 'metadata')
  const written =
    property(metadata, 'dominant_asset_language') ?? property(parts.segments[0], 'language')
  const language = languageTag(asText(written))
  return {
    ...(language === undefined ? {} : { language }),
    segments:
      parts.segments.length === 0
        ? composeChannels([glueMarks(pieces)])
        : parts.segments.map((segment) => parseSegment(segment, pieces, tally)),
    problems: [...(document?.problems ?? []), ...reportJsonLosses(tally)],
  }
}

function parseSegment(
  value: unknown,
  pieces: readonly Token[],
  tally: ProblemTally,
): ParsedSegment {
  const start = secondsOf(property(value, 'start_timestamp_millis'), tally, 1000)
  const end = secondsOf(property(value, 'end_timestamp_millis'), tally, 1000)
  const text = asText(property(value, 'text')) ?? ''
  const heard = asArray(property(value, 'audio_item_indices')).flatMap((index) =>
    typeof index === 'number' ? (pieces[index] ?? []) : [],
  )
  const speaker =
    speakerNameOf(property(property(value, 'speaker'), 'speaker_label')) ??
    speakerNameOf(property(property(value, 'channel'), 'channel_label'))
  const language = languageTag(asText(property(value, 'language')))
  return {
    text,
    start,
    end,
    words: placeInText({ text, start, end, words: glueMarks(heard) }, tally),
    ...(speaker === undefined ? {} : { speaker }),
    ...(language === undefined ? {} : { language }),
  }
}

/** Punctuation has no times. */
function pieceOf(item: unknown, tally: ProblemTally): Token {
  const text = asText(property(item, 'content')) ?? ''
  return {
    text,
    isMark: !Object.hasOwn(Object(item), 'start_timestamp_millis') && !/[\p{L}\p{N}]/u.test(text),
    start: secondsOf(property(item, 'start_timestamp_millis'), tally, 1000),
    end: secondsOf(property(item, 'end_timestamp_millis'), tally, 1000),
    confidence: confidenceOf(property(item, 'confidence')),
    speaker: undefined,
  }
}
