import { createTally } from '#transcript/problem-tally.ts'
import type { Draft } from '../../parsing/draft.ts'
import type { Source } from '../format.ts'
import { refuseShape } from '../../parsing/json/refuse-shape.ts'
import { reportLosses } from '../../parsing/json/times.ts'
import { own } from '../../parsing/json/values.ts'
import { captionsOf, draftCaption } from './captions.ts'
import { scoreOf } from './shapes.ts'

/** YouTube's `timedtext` with `fmt=json3`, as yt-dlp saves it: a segment a caption. */
export function readYoutubeJson3({ json, name }: Source): Draft {
  const document = json()
  const value = document?.value
  if (scoreOf(value) === 'no') return refuseShape(name, 'YouTube')
  const tally = createTally()
  const captions = captionsOf(own(value, 'events'), tally)
  return {
    segments: Array.from(captions, (caption, index) => draftCaption(caption, captions[index + 1])),
    problems: [...(document?.problems ?? []), ...reportLosses(tally)],
  }
}
