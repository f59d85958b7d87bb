import { createTally, type ProblemTally } from '#transcript/problem-tally.ts'
import type { ParsedTranscript, ParsedSegment } from '../../parsing/parsed-transcript.ts'
import type { TranscriptFile } from '../format.ts'
import { refuseShape } from '../../parsing/json/refuse-shape.ts'
import { reportJsonLosses, secondsOf, speakerNameOf } from '../../parsing/json/times.ts'
import { asArray, property, asText } from '../../parsing/json/values.ts'
import { languageTag } from '../../parsing/language-tag.ts'
import { composeChannels } from '../../parsing/words/compose-channels.ts'
import { wordsOfChannels } from './channels.ts'
import { hasItems, awsResultsIn } from './shapes.ts'

/**
 * Reads the output of an Amazon Transcribe batch job: words and punctuation marks, with times as strings. See
 * docs.aws.amazon.com/transcribe/latest/dg/how-input.html.
 */
export function readAwsTranscribe({ json, name }: TranscriptFile): ParsedTranscript {
  const document = json()
  const results = awsResultsIn(document?.value)
  if (results === null) return refuseShape(name, 'Amazon Transcribe')
  const tally = createTally()
  const language = languageTag(asText(property(results, 'language_code')))
  return {
    ...(language === undefined ? {} : { language }),
    segments: hasItems(results)
      ? composeChannels(wordsOfChannels(results, tally))
      : wholeTexts(results, tally),
    problems: [...(document?.problems ?? []), ...reportJsonLosses(tally)],
  }
}

/** For a job without items: its audio segments, else its whole text. */
function wholeTexts(results: object, tally: ProblemTally): ParsedSegment[] {
  const segments = asArray(property(results, 'audio_segments'))
  const from = segments.length > 0 ? segments : asArray(property(results, 'transcripts'))
  return from.map((segment) => {
    const speaker =
      speakerNameOf(property(segment, 'speaker_label')) ??
      speakerNameOf(property(segment, 'channel_label'))
    return {
      text: asText(property(segment, 'transcript')) ?? '',
      start: secondsOf(property(segment, 'start_time'), tally),
      end: secondsOf(property(segment, 'end_time'), tally),
      ...(speaker === undefined ? {} : { speaker }),
    }
  })
}
