import { createTally, type ProblemTally } from '#transcript/problem-tally.ts'
import type { Draft, DraftSegment } from '../../parsing/draft.ts'
import type { Source } from '../format.ts'
import { refuseShape } from '../../parsing/json/refuse-shape.ts'
import { confidenceOf, reportLosses, secondsOf, speakerNameOf } from '../../parsing/json/times.ts'
import { list, own, textOf } from '../../parsing/json/values.ts'
import { languageTag } from '../../parsing/language-tag.ts'
import { composeChannels } from '../../parsing/words/compose-channels.ts'
import { glueMarks, type Piece } from '../../parsing/words/glue-marks.ts'
import { placeInText } from '../../parsing/words/place-in-text.ts'
import { partsIn } from './shapes.ts'

/**
 * The standard output of Amazon Bedrock Data Automation for audio: segments that name their words by index,
 * times in milliseconds. See docs.aws.amazon.com/bedrock/latest/userguide/bda-ouput-audio.html.
 */
export function readBedrockAudio({ json, name }: Source): Draft {
  const document = json()
  const parts = partsIn(document?.value)
  if (parts === null) return refuseShape(name, 'Bedrock Data Automation')
  const tally = createTally()
  const pieces = parts.items.map((item) => pieceOf(item, tally))
  const metadata = own(document?.value, 'metadata')
  const written = own(metadata, 'dominant_asset_language') ?? own(parts.segments[0], 'language')
  const language = languageTag(textOf(written))
  return {
    ...(language === undefined ? {} : { language }),
    segments:
      parts.segments.length === 0
        ? composeChannels([glueMarks(pieces)])
        : parts.segments.map((segment) => draftSegment(segment, pieces, tally)),
    problems: [...(document?.problems ?? []), ...reportLosses(tally)],
  }
}

function draftSegment(value: unknown, pieces: readonly Piece[], tally: ProblemTally): DraftSegment {
  const start = secondsOf(own(value, 'start_timestamp_millis'), tally, 1000)
  const end = secondsOf(own(value, 'end_timestamp_millis'), tally, 1000)
  const text = textOf(own(value, 'text')) ?? ''
  const heard = list(own(value, 'audio_item_indices')).flatMap((index) =>
    typeof index === 'number' ? (pieces[index] ?? []) : [],
  )
  const speaker =
    speakerNameOf(own(own(value, 'speaker'), 'speaker_label')) ??
    speakerNameOf(own(own(value, 'channel'), 'channel_label'))
  const language = languageTag(textOf(own(value, 'language')))
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
function pieceOf(item: unknown, tally: ProblemTally): Piece {
  const text = textOf(own(item, 'content')) ?? ''
  return {
    text,
    isMark: !Object.hasOwn(Object(item), 'start_timestamp_millis') && !/[\p{L}\p{N}]/u.test(text),
    start: secondsOf(own(item, 'start_timestamp_millis'), tally, 1000),
    end: secondsOf(own(item, 'end_timestamp_millis'), tally, 1000),
    confidence: confidenceOf(own(item, 'confidence')),
    speaker: undefined,
  }
}
