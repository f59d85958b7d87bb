import type { ProblemTally } from '#transcript/problem-tally.ts'
import {
  captionConfidence,
  later,
  type Caption,
  type CaptionPiece,
} from '../../parsing/cues/rolling-captions.ts'
import { secondsOf } from '../../parsing/json/times.ts'
import { asArray, asNumber, property, asText } from '../../parsing/json/values.ts'

/** The events that contain text. Other events break lines or open windows. */
export function captionsOf(events: unknown, tally: ProblemTally): Caption[] {
  const captions: Caption[] = []
  for (const event of asArray(events)) {
    const segs = asArray(property(event, 'segs'))
    const pieces = segs.map((seg) => pieceOf(seg, tally))
    if (pieces.every(({ text }) => text.trim() === '')) continue
    const start = secondsOf(property(event, 'tStartMs'), tally, 1000)
    const duration = secondsOf(property(event, 'dDurationMs'), tally, 1000)
    const isAutomatic = segs.some(
      (seg) => property(seg, 'tOffsetMs') !== undefined || property(seg, 'acAsrConf') !== undefined,
    )
    captions.push({ start, end: later(start, duration), pieces, isAutomatic })
  }
  return captions
}

/** The first piece has no offset: it begins with the caption. Confidence is 0 to 255; 0 means unknown. */
function pieceOf(seg: unknown, tally: ProblemTally): CaptionPiece {
  return {
    text: asText(property(seg, 'utf8')) ?? '',
    offset: secondsOf(property(seg, 'tOffsetMs') ?? 0, tally, 1000),
    confidence: captionConfidence(asNumber(property(seg, 'acAsrConf'))),
  }
}
