import { createTally } from '#transcript/problem-tally.ts'
import type { ParsedTranscript } from '../../parsing/parsed-transcript.ts'
import type { TranscriptFile } from '../format.ts'
import { refuseShape } from '../../parsing/json/refuse-shape.ts'
import { reportJsonLosses } from '../../parsing/json/times.ts'
import { property } from '../../parsing/json/values.ts'
import { parseCaption } from '../../parsing/cues/rolling-captions.ts'
import { captionsOf } from './captions.ts'
import { scoreYoutubeJson3 } from './shapes.ts'

/** Reads YouTube's `timedtext` with `fmt=json3`, as yt-dlp saves it: one segment per caption. */
export function readYoutubeJson3({ json, name }: TranscriptFile): ParsedTranscript {
  const document = json()
  const value = document?.value
  if (scoreYoutubeJson3(value) === 'no') return refuseShape(name, 'YouTube')
  const tally = createTally()
  const captions = captionsOf(property(value, 'events'), tally)
  return {
    segments: Array.from(captions, (caption, index) => parseCaption(caption, captions[index + 1])),
    problems: [...(document?.problems ?? []), ...reportJsonLosses(tally)],
  }
}
