import { createTally, type ProblemTally } from '#transcript/problem-tally.ts'
import type { Draft, DraftSegment } from '../../parsing/draft.ts'
import type { Source } from '../format.ts'
import { refuseShape } from '../../parsing/json/refuse-shape.ts'
import { reportLosses, secondsOf, speakerNameOf } from '../../parsing/json/times.ts'
import { list, own, textOf } from '../../parsing/json/values.ts'
import { languageTag } from '../../parsing/language-tag.ts'
import { composeChannels } from '../../parsing/words/compose-channels.ts'
import { wordsOfChannels } from './channels.ts'
import { hasItems, resultsIn } from './shapes.ts'

/**
 * The output of an Amazon Transcribe batch job. Its items are words and punctuation marks with times as strings.
 * See docs.aws.amazon.com/transcribe/latest/dg/how-input.html.
 */
export function readAwsTranscribe({ json, name }: Source): Draft {
  const document = json()
  const results = resultsIn(document?.value)
  if (results === null) return refuseShape(name, 'Amazon Transcribe')
  const tally = createTally()
  const language = languageTag(textOf(own(results, 'language_code')))
  return {
    ...(language === undefined ? {} : { language }),
    segments: hasItems(results)
      ? composeChannels(wordsOfChannels(results, tally))
      : wholeTexts(results, tally),
    problems: [...(document?.problems ?? []), ...reportLosses(tally)],
  }
}

/** For a job whose items were taken out: its audio segments, else its whole text. */
function wholeTexts(results: object, tally: ProblemTally): DraftSegment[] {
  const segments = list(own(results, 'audio_segments'))
  const from = segments.length > 0 ? segments : list(own(results, 'transcripts'))
  return from.map((segment) => {
    const speaker =
      speakerNameOf(own(segment, 'speaker_label')) ?? speakerNameOf(own(segment, 'channel_label'))
    return {
      text: textOf(own(segment, 'transcript')) ?? '',
      start: secondsOf(own(segment, 'start_time'), tally),
      end: secondsOf(own(segment, 'end_time'), tally),
      ...(speaker === undefined ? {} : { speaker }),
    }
  })
}
